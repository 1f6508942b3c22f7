fn main() {
    let dir = std::env::var("ARIANE_DATA").unwrap();
    let files: Vec<std::path::PathBuf> = std::env::args().skip(1).map(Into::into).collect();
    let r = ariane_knowledge::reference::ReferenceDir::new(std::path::Path::new(&dir));
    r.import(&files, chrono::DateTime::from_timestamp(1_790_000_000, 0).unwrap(), |p| eprintln!("{p:?}"))
        .unwrap();
}
