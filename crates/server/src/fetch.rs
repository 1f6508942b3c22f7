//! placeholder
use crate::args::Update;
use anyhow::Result;
use ariane_knowledge::reference::ReferenceDir;
use std::process::ExitCode;
pub fn update(_r: &ReferenceDir, _o: &Update, _say: &mut dyn FnMut(String)) -> Result<ExitCode> { Ok(ExitCode::SUCCESS) }
