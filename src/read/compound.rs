//! Compound files, the container of an .xls: extracts one stream and puts it into a new container.
//!
//! A compound file is a small file system of sectors, each of which names the next one. The library follows these
//! chains wherever they lead, even in a circle. So the stream with the workbook is read here, with no more sectors than
//! the file has, and the library gets a container with nothing else in it.

use std::io::{Read, Seek, SeekFrom};

use super::fault::Fault;
use super::source::SourceBytes;
use crate::catalogue::messages::read;

/// Values from here on are not sector numbers: the end of a chain, a free sector.
const NO_SECTOR: u32 = 0xFFFF_FFFA;
const END_OF_CHAIN: u32 = 0xFFFF_FFFE;
const FREE: u32 = 0xFFFF_FFFF;
const IS_FAT: u32 = 0xFFFF_FFFD;

/// The size of a directory entry.
const ENTRY: usize = 128;

/// Shorter streams are stored in mini sectors.
const SHORTEST_STREAM: u64 = 4096;
const MINI_SECTOR: usize = 64;

/// Reads the first of the named streams that exists.
pub(super) fn stream(bytes: SourceBytes, names: &[&str]) -> Result<Vec<u8>, Fault> {
    let file = File::open(bytes)?;
    let directory = file.chain(file.directory, u64::MAX)?;
    let (entries, _) = directory.as_chunks::<ENTRY>();
    let found = names
        .iter()
        .find_map(|name| entries.iter().find(|entry| is_called(entry, name)));
    let entry = found.ok_or_else(|| Fault::damaged(read::NO_WORKBOOK_IN_IT))?;
    let (start, length) = file.place(entry);
    if length >= SHORTEST_STREAM {
        return file.chain(start, length);
    }
    let root = entries.first().ok_or_else(Fault::cut_off)?;
    let (root, root_length) = file.place(root);
    let small = file.chain(root, root_length)?;
    let table = numbers(&file.chain(file.small_table, u64::MAX)?);
    let mut content = Vec::new();
    follow(start, &table, small.len() / MINI_SECTOR + 1, |sector| {
        let at = sector as usize * MINI_SECTOR;
        let piece = small.get(at..).ok_or_else(Fault::cut_off)?;
        content.extend_from_slice(&piece[..piece.len().min(MINI_SECTOR)]);
        Ok((content.len() as u64) < length)
    })?;
    content.truncate(usize::try_from(length).unwrap_or(usize::MAX));
    Ok(content)
}

/// A file of sectors.
struct File {
    /// The bytes; several readers take turns.
    bytes: std::cell::RefCell<SourceBytes>,
    sector: usize,
    /// The maximum number of sectors.
    count: usize,
    /// The sector that follows each sector.
    table: Vec<u32>,
    /// The start of the directory, and of the table of mini sectors.
    directory: u32,
    small_table: u32,
}

impl File {
    fn open(mut bytes: SourceBytes) -> Result<Self, Fault> {
        let length = bytes.seek(SeekFrom::End(0)).map_err(Fault::of)?;
        bytes.seek(SeekFrom::Start(0)).map_err(Fault::of)?;
        let mut header = [0; 512];
        bytes
            .read_exact(&mut header)
            .map_err(|_| Fault::cut_off())?;
        let at = |place: usize| numbers(&header[place..place + 4])[0];
        let sector = match header[30] {
            9 => 512,
            12 => 4096,
            _ => return Err(Fault::damaged(read::SECTOR_SIZE)),
        };
        let mut file = Self {
            bytes: bytes.into(),
            sector,
            count: usize::try_from(length / sector as u64).unwrap_or(0) + 1,
            table: Vec::new(),
            directory: at(48),
            small_table: at(60),
        };
        let places = file.places_of_table(numbers(&header[76..]), at(68))?;
        for place in places {
            let sector = file.read(place)?;
            file.table.extend(numbers(&sector));
        }
        Ok(file)
    }

    /// Returns the sectors that contain the table: those in the header, then those in a separate list.
    fn places_of_table(&self, mut places: Vec<u32>, mut list: u32) -> Result<Vec<u32>, Fault> {
        for _ in 0..self.count {
            if list >= NO_SECTOR {
                break;
            }
            places.extend(numbers(&self.read(list)?));
            list = places.pop().unwrap_or(END_OF_CHAIN);
        }
        places.retain(|place| *place < NO_SECTOR);
        // Each is a sector of the file, so there cannot be more of them.
        if places.len() > self.count {
            return Err(circle());
        }
        Ok(places)
    }

    /// Reads one sector; the last one of a file may be short.
    fn read(&self, sector: u32) -> Result<Vec<u8>, Fault> {
        if sector as usize >= self.count {
            return Err(Fault::cut_off());
        }
        let mut bytes = self.bytes.borrow_mut();
        let start = (u64::from(sector) + 1) * self.sector as u64;
        let mut content = Vec::with_capacity(self.sector);
        bytes.seek(SeekFrom::Start(start)).map_err(Fault::of)?;
        let part = bytes.by_ref().take(self.sector as u64);
        { part }.read_to_end(&mut content).map_err(Fault::of)?;
        Ok(content)
    }

    /// Reads a chain of sectors, up to `length` bytes.
    fn chain(&self, start: u32, length: u64) -> Result<Vec<u8>, Fault> {
        let mut content = Vec::new();
        follow(start, &self.table, self.count, |sector| {
            content.extend(self.read(sector)?);
            Ok((content.len() as u64) < length)
        })?;
        content.truncate(usize::try_from(length).unwrap_or(usize::MAX));
        Ok(content)
    }

    /// Returns the start and the length of an entry's stream.
    fn place(&self, entry: &[u8; ENTRY]) -> (u32, u64) {
        let numbers = numbers(&entry[116..]);
        // The upper half is only used in files with large sectors.
        let upper = if self.sector == 512 { 0 } else { numbers[2] };
        (numbers[0], u64::from(numbers[1]) | u64::from(upper) << 32)
    }
}

/// Follows a chain to its end, or until `take` returns `false`.
fn follow(
    start: u32,
    table: &[u32],
    most: usize,
    mut take: impl FnMut(u32) -> Result<bool, Fault>,
) -> Result<(), Fault> {
    let mut sector = start;
    let mut steps = 0;
    while sector < NO_SECTOR {
        steps += 1;
        if steps > most {
            return Err(circle());
        }
        if !take(sector)? {
            return Ok(());
        }
        sector = *table.get(sector as usize).ok_or_else(Fault::cut_off)?;
    }
    Ok(())
}

fn circle() -> Fault {
    Fault::damaged(read::CIRCLE)
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    let (numbers, _) = bytes.as_chunks::<4>();
    numbers.iter().copied().map(u32::from_le_bytes).collect()
}

/// Whether an entry has a name, ignoring case.
fn is_called(entry: &[u8; ENTRY], name: &str) -> bool {
    let (letters, _) = entry[..64].as_chunks::<2>();
    let letters = letters.iter().copied().map(u16::from_le_bytes);
    let letters = char::decode_utf16(letters.take_while(|letter| *letter != 0));
    let found: String = letters.map(|letter| letter.unwrap_or(' ')).collect();
    found.eq_ignore_ascii_case(name)
}

/// The maximum number of table sectors listed in the header.
const MOST_TABLES: usize = 109;

/// Returns a compound file with one stream, `Workbook`.
pub(super) fn container(mut stream: Vec<u8>) -> Result<Vec<u8>, Fault> {
    /// The larger of the two sector sizes.
    const SECTOR: usize = 4096;
    const IN_A_SECTOR: usize = SECTOR / 4;
    stream.resize(stream.len().max(SECTOR).next_multiple_of(SECTOR), 0);
    let content = stream.len() / SECTOR;
    // The table also has an entry for each of its own sectors and for the directory.
    let tables = (content + 1).div_ceil(IN_A_SECTOR - 1);
    if tables > MOST_TABLES {
        return Err(Fault::damaged(read::TOO_LONG_FOR_XLS));
    }
    let sector = |number: usize| u32::try_from(number).unwrap_or(FREE);
    let mut header = vec![0; SECTOR];
    header[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    let mut put = |place: usize, number: u32, size: usize| {
        header[place..place + size].copy_from_slice(&number.to_le_bytes()[..size]);
    };
    put(26, 4, 2);
    put(28, 0xFFFE, 2);
    put(30, 12, 2);
    put(32, 6, 2);
    put(44, sector(tables), 4);
    put(48, sector(tables), 4);
    put(56, 4096, 4);
    put(60, END_OF_CHAIN, 4);
    put(68, END_OF_CHAIN, 4);
    for place in 0..MOST_TABLES {
        let number = if place < tables { sector(place) } else { FREE };
        put(76 + 4 * place, number, 4);
    }
    let mut table: Vec<u32> = vec![IS_FAT; tables];
    table.push(END_OF_CHAIN);
    let first = tables + 1;
    table.extend((first + 1..first + content).map(sector));
    table.push(END_OF_CHAIN);
    table.resize(tables * IN_A_SECTOR, FREE);
    let mut directory = entry("Root Entry", 5, 0, 0);
    directory.extend(entry("Workbook", 2, sector(first), stream.len() as u64));
    directory.resize(SECTOR, 0);
    header.extend(table.into_iter().flat_map(u32::to_le_bytes));
    header.extend(directory);
    header.append(&mut stream);
    Ok(header)
}

fn entry(name: &str, kind: u8, start: u32, length: u64) -> Vec<u8> {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let letters = u16::try_from(entry.len() + 2).unwrap_or(0);
    entry.resize(64, 0);
    entry.extend(letters.to_le_bytes());
    entry.extend([kind, 1]);
    entry.extend([0xFF; 12]);
    entry.resize(116, 0);
    entry.extend(start.to_le_bytes());
    entry.extend(length.to_le_bytes());
    entry
}
