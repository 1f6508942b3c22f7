//! Forward-only migrations, one tree for both engines.

mod m0001_directory;
mod m0002_events;
mod m0003_records;
mod m0004_accounts;
mod m0005_desk;
mod m0006_own;
mod m0007_rights;
mod m0008_cell;
mod m0009_rcp;
mod m0010_care;
mod m0011_papers;
mod m0012_lists;
mod m0013_consent;
mod m0014_figures;
mod m0015_referrals;
mod m0016_figures;
mod m0017_clinical;
mod m0018_dossier;
mod m0019_exchange;
mod m0020_service;
mod m0021_families;
mod m0022_panel;
mod m0023_file_network;
mod m0024_procedures;
mod m0025_report_passed;
mod m0026_both_parents;
mod m0027_enclosures;
mod m0028_filed_outcome;
mod m0029_judged;
mod m0030_rights_of_files;
mod shape;

use sea_orm_migration::prelude::*;

pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_directory::Migration),
            Box::new(m0002_events::Migration),
            Box::new(m0003_records::Migration),
            Box::new(m0004_accounts::Migration),
            Box::new(m0005_desk::Migration),
            Box::new(m0006_own::Migration),
            Box::new(m0007_rights::Migration),
            Box::new(m0008_cell::Migration),
            Box::new(m0009_rcp::Migration),
            Box::new(m0010_care::Migration),
            Box::new(m0011_papers::Migration),
            Box::new(m0012_lists::Migration),
            Box::new(m0013_consent::Migration),
            Box::new(m0014_figures::Migration),
            Box::new(m0015_referrals::Migration),
            Box::new(m0016_figures::Migration),
            Box::new(m0017_clinical::Migration),
            Box::new(m0018_dossier::Migration),
            Box::new(m0019_exchange::Migration),
            Box::new(m0020_service::Migration),
            Box::new(m0021_families::Migration),
            Box::new(m0022_panel::Migration),
            Box::new(m0023_file_network::Migration),
            Box::new(m0024_procedures::Migration),
            Box::new(m0025_report_passed::Migration),
            Box::new(m0026_both_parents::Migration),
            Box::new(m0027_enclosures::Migration),
            Box::new(m0028_filed_outcome::Migration),
            Box::new(m0029_judged::Migration),
            Box::new(m0030_rights_of_files::Migration),
        ]
    }
}
