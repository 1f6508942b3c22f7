//! A small HTTP server for files: knows ranges, and can break a transfer off.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

/// Serves files by name on a free port, for as long as the test runs.
#[derive(Clone)]
pub struct Mirror {
    pub address: String,
    /// Request lines with their range, as they came.
    pub asked: Arc<Mutex<Vec<String>>>,
}

impl Mirror {
    /// `break_once`: the first transfer of this file ends after half of it.
    pub fn new(files: HashMap<String, Vec<u8>>, break_once: Option<&str>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let asked = Arc::new(Mutex::new(Vec::new()));
        let mirror = Self { address, asked };
        let log = mirror.asked.clone();
        let mut to_break = break_once.map(str::to_owned);
        std::thread::spawn(move || {
            for stream in listener.incoming().filter_map(Result::ok) {
                let broken = serve(stream, &files, to_break.as_deref(), &log);
                if broken {
                    to_break = None;
                }
            }
        });
        mirror
    }
}

/// Answers one request; tells whether the transfer was broken off.
fn serve(
    mut stream: TcpStream,
    files: &HashMap<String, Vec<u8>>,
    to_break: Option<&str>,
    log: &Mutex<Vec<String>>,
) -> bool {
    let mut reader = BufReader::new(stream.try_clone().expect("a handle"));
    let mut first = String::new();
    let mut start = 0;
    reader.read_line(&mut first).expect("a request");
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).unwrap_or(0) == 0 || line.trim().is_empty() {
            break;
        }
        if let Some(range) = line.to_lowercase().strip_prefix("range: bytes=") {
            start = range.trim().trim_end_matches('-').parse().unwrap_or(0);
        }
    }
    let name = first.split(' ').nth(1).unwrap_or_default().trim_start_matches('/').to_owned();
    log.lock().expect("a log").push(format!("{name} from {start}"));
    let Some(content) = files.get(&name) else {
        let _ = stream.write_all(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        return false;
    };
    let rest = &content[start.min(content.len())..];
    let status = if start > 0 { "206 Partial Content" } else { "200 OK" };
    let head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", rest.len());
    let breaks = to_break == Some(name.as_str()) && start == 0;
    let sent = if breaks { &rest[..rest.len() / 2] } else { rest };
    let _ = stream.write_all(head.as_bytes());
    let _ = stream.write_all(sent);
    breaks
}
