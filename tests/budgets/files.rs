//! Workbooks made piece by piece, so that they can say what no spreadsheet program would write.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;

/// Packs parts into a ZIP file.
pub(crate) fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        // LibreOffice's first part tells by its place what the file is.
        let method = match *name {
            "mimetype" => zip::CompressionMethod::Stored,
            _ => zip::CompressionMethod::Deflated,
        };
        let options = SimpleFileOptions::default().compression_method(method);
        archive.start_file(*name, options).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// The parts of an .xlsx that say where its sheet is.
const FRAME: [(&str, &str); 3] = [
    (
        "_rels/.rels",
        r#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<workbook><sheets><sheet name="Liste" sheetId="1" r:id="r1"/></sheets></workbook>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
    ),
];

/// Makes an .xlsx of what stands in `sheetData`, and of other parts.
pub(crate) fn xlsx(rows: &str, others: &[(&str, &str)]) -> Vec<u8> {
    xlsx_of(
        &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"),
        others,
    )
}

/// Makes an .xlsx of a whole sheet, and of other parts, which go before those of the frame.
pub(crate) fn xlsx_of(sheet: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let mut parts: Vec<(&str, &[u8])> = Vec::new();
    for (name, content) in FRAME.iter().chain(others) {
        parts.retain(|(there, _)| there != name);
        parts.push((name, content.as_bytes()));
    }
    parts.push(("xl/worksheets/sheet1.xml", sheet.as_bytes()));
    packed(&parts)
}

/// One row of texts in an .xlsx.
pub(crate) fn row(number: u32, cells: &[&str]) -> String {
    let cells = cells.iter().zip('A'..).map(|(text, column)| {
        format!(r#"<c r="{column}{number}" t="inlineStr"><is><t>{text}</t></is></c>"#)
    });
    format!(r#"<row r="{number}">{}</row>"#, cells.collect::<String>())
}

/// Makes an .ods of what stands in its table.
pub(crate) fn ods(rows: &str) -> Vec<u8> {
    ods_of(&format!(
        r#"<?xml version="1.0"?><office:document-content><office:body><office:spreadsheet><table:table table:name="Liste">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    ))
}

/// Makes an .ods of a whole content.
pub(crate) fn ods_of(content: &str) -> Vec<u8> {
    packed(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        (
            "META-INF/manifest.xml",
            b"<manifest:manifest></manifest:manifest>",
        ),
        ("content.xml", content.as_bytes()),
    ])
}

/// One cell of text in an .ods.
pub(crate) fn ods_cell(text: &str, attributes: &str) -> String {
    format!(
        r#"<table:table-cell office:value-type="string" {attributes}><text:p>{text}</text:p></table:table-cell>"#
    )
}

/// One row of texts in an .ods.
pub(crate) fn ods_row(cells: &[&str]) -> String {
    let cells: String = cells.iter().map(|text| ods_cell(text, "")).collect();
    format!("<table:table-row>{cells}</table:table-row>")
}

/// One record of an .xls.
pub(crate) fn record(kind: u16, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len()).unwrap();
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), body].concat()
}

/// A cell of text in an .xls.
pub(crate) fn label(row: u16, column: u16, text: &str) -> Vec<u8> {
    let mut body = [row, column, 0].map(u16::to_le_bytes).concat();
    body.extend(u16::try_from(text.len()).unwrap().to_le_bytes());
    body.push(0);
    body.extend(text.as_bytes());
    record(0x0204, &body)
}

/// A cell of an .xls that has one of the shared texts.
pub(crate) fn shared(row: u16, column: u16, text: u32) -> Vec<u8> {
    let mut body = [row, column, 0].map(u16::to_le_bytes).concat();
    body.extend(text.to_le_bytes());
    record(0x00FD, &body)
}

/// What begins a part of an .xls: the workbook (5) or a sheet (0x10).
fn begin(what: u8) -> Vec<u8> {
    record(0x0809, &[0, 6, what, 0, 0, 0, 0, 0])
}

/// Makes the stream of an .xls of records of the workbook and of its one sheet.
pub(crate) fn xls_stream(of_workbook: &[u8], of_sheet: &[u8]) -> Vec<u8> {
    let name = b"Liste";
    let sheet = |place: u32| {
        let mut body = place.to_le_bytes().to_vec();
        body.extend([0, 0, 5, 0]);
        body.extend(name);
        record(0x0085, &body)
    };
    let end = record(0x000A, &[]);
    let before = [&begin(5), of_workbook].concat();
    let place = before.len() + sheet(0).len() + end.len();
    let sheet = sheet(u32::try_from(place).unwrap());
    [&before, &sheet, &end, &begin(0x10), of_sheet, &end].concat()
}

/// Makes an .xls of records.
pub(crate) fn xls(of_workbook: &[u8], of_sheet: &[u8]) -> Vec<u8> {
    compound(&xls_stream(of_workbook, of_sheet))
}

/// The table of sectors of [`compound`] begins here, each number of 4 bytes.
pub(crate) const TABLE: usize = 512;

/// The first sector of the stream of [`compound`].
pub(crate) const FIRST: usize = 2;

/// Makes a compound file with a stream called `Workbook`, of at most 64 kB: a sector with the table, one
/// with the directory, then the stream.
pub(crate) fn compound(stream: &[u8]) -> Vec<u8> {
    let mut stream = stream.to_vec();
    stream.resize(stream.len().max(4096).next_multiple_of(512), 0);
    let count = stream.len() / 512;
    assert!(count + FIRST <= 128, "one sector of table is not enough");
    let mut file = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    file.resize(512, 0);
    let mut put = |place: usize, bytes: &[u8]| {
        file[place..place + bytes.len()].copy_from_slice(bytes);
    };
    put(24, &[0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    put(44, &1u32.to_le_bytes());
    put(48, &1u32.to_le_bytes());
    put(56, &4096u32.to_le_bytes());
    put(60, &0xFFFF_FFFEu32.to_le_bytes());
    put(68, &0xFFFF_FFFEu32.to_le_bytes());
    put(76, &0u32.to_le_bytes());
    put(80, &[0xFF; 432]);
    let mut table = vec![0xFFFF_FFFDu32, 0xFFFF_FFFE];
    table.extend((FIRST + 1..FIRST + count).map(|next| u32::try_from(next).unwrap()));
    table.push(0xFFFF_FFFE);
    table.resize(128, 0xFFFF_FFFF);
    file.extend(table.into_iter().flat_map(u32::to_le_bytes));
    file.extend(entry("Root Entry", 5, 0xFFFF_FFFE, 0));
    let first = u32::try_from(FIRST).unwrap();
    file.extend(entry(
        "Workbook",
        2,
        first,
        u32::try_from(stream.len()).unwrap(),
    ));
    file.resize(512 * 3, 0);
    file.extend(stream);
    file
}

fn entry(name: &str, kind: u8, start: u32, length: u32) -> Vec<u8> {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    entry.resize(64, 0);
    entry.extend(u16::try_from(2 * (name.len() + 1)).unwrap().to_le_bytes());
    entry.extend([kind, 1]);
    entry.extend([0xFF; 12]);
    entry.resize(116, 0);
    entry.extend(start.to_le_bytes());
    entry.extend(length.to_le_bytes());
    entry.resize(128, 0);
    entry
}

/// A record of an .xlsb.
pub(crate) fn binary_record(kind: u16, body: &[u8]) -> Vec<u8> {
    let mut record = binary_kind(kind);
    record.extend(binary_length(body.len()));
    record.extend(body);
    record
}

fn binary_kind(kind: u16) -> Vec<u8> {
    let [low, high] = [kind & 0x7F, kind >> 7].map(|half| u8::try_from(half).unwrap());
    if high == 0 {
        vec![low]
    } else {
        vec![low | 0x80, high]
    }
}

/// The length of a record of an .xlsb as it is written.
pub(crate) fn binary_length(mut length: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let byte = u8::try_from(length & 0x7F).unwrap();
        length >>= 7;
        bytes.push(byte | if length > 0 { 0x80 } else { 0 });
        if length == 0 {
            return bytes;
        }
    }
}

/// A text as an .xlsb writes it; `claimed` is how many letters it says it has.
fn wide(text: &str, claimed: u32) -> Vec<u8> {
    let mut bytes = claimed.to_le_bytes().to_vec();
    bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

/// A shared text of an .xlsb.
pub(crate) fn binary_text(text: &str, claimed: u32) -> Vec<u8> {
    binary_record(0x0013, &[&[0][..], &wide(text, claimed)].concat())
}

/// The shared texts of an .xlsb.
pub(crate) fn binary_texts(count: u32, texts: &[u8]) -> Vec<u8> {
    let head = [count.to_le_bytes(), count.to_le_bytes()].concat();
    [
        binary_record(0x009F, &head),
        texts.to_vec(),
        binary_record(0x00A0, &[]),
    ]
    .concat()
}

/// Makes an .xlsb of rows, each of shared texts, and of other parts.
pub(crate) fn xlsb(rows: &[&[(u32, u32)]], texts: &[u8], others: &[(&str, &[u8])]) -> Vec<u8> {
    let name = |text: &str| wide(text, u32::try_from(text.len()).unwrap());
    let sheet = [&[0; 8][..], &name("r1"), &name("Liste")].concat();
    let book = [
        binary_record(0x009C, &sheet),
        binary_record(0x0090, &[]),
        binary_record(0x009D, &[]),
    ]
    .concat();
    let mut cells = [binary_record(0x0094, &[0; 16]), binary_record(0x0091, &[])].concat();
    for (row, columns) in rows.iter().enumerate() {
        cells.extend(binary_record(0, &u32::try_from(row).unwrap().to_le_bytes()));
        for (column, text) in *columns {
            let cell = [column.to_le_bytes(), [0; 4], text.to_le_bytes()].concat();
            cells.extend(binary_record(7, &cell));
        }
    }
    cells.extend(binary_record(0x0092, &[]));
    let links =
        br#"<Relationships><Relationship Id="r1" Target="worksheets/sheet1.bin"/></Relationships>"#;
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("xl/workbook.bin", &book),
        ("xl/_rels/workbook.bin.rels", links),
        ("xl/sharedStrings.bin", texts),
        ("xl/worksheets/sheet1.bin", &cells),
    ];
    parts.extend(others);
    packed(&parts)
}
