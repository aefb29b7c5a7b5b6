//! Pictures that are small as files and large when they are read.

use super::{Case, markdown};

pub(super) fn cases() -> Vec<Case> {
    let case = |name: &str, bytes: Vec<u8>| {
        let course = markdown("![A picture of words](p.png)");
        Case::course(&format!("pictures/{name}"), "course.md", course).file("p.png", bytes)
    };
    vec![
        case(
            "colours-bomb",
            picture(
                6_000,
                6_000,
                png::ColorType::Rgba,
                png::BitDepth::Eight,
                4 * 6_000,
            ),
        ),
        case(
            "deep-colours-bomb",
            picture(
                4_000,
                4_000,
                png::ColorType::Rgba,
                png::BitDepth::Sixteen,
                8 * 4_000,
            ),
        ),
        case(
            "grey-bomb",
            picture(
                6_300,
                6_300,
                png::ColorType::Grayscale,
                png::BitDepth::One,
                788,
            ),
        ),
        case("text-bomb", with_text()),
        case("too-large", vec![0x89; (32 << 20) + 1]),
        case(
            "wide",
            picture(
                1_000_000,
                1,
                png::ColorType::Grayscale,
                png::BitDepth::Eight,
                1_000_000,
            ),
        ),
        case(
            "tall",
            picture(
                1,
                1_000_000,
                png::ColorType::Grayscale,
                png::BitDepth::Eight,
                1,
            ),
        ),
    ]
}

/// A picture of nothing: `row` zero bytes a row, which are hardly any when they are compressed.
fn picture(
    width: u32,
    height: u32,
    colour: png::ColorType,
    depth: png::BitDepth,
    row: usize,
) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, width, height);
    encoder.set_color(colour);
    encoder.set_depth(depth);
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header().expect("a header");
    let mut stream = writer.stream_writer().expect("a stream");
    for _ in 0..height {
        std::io::Write::write_all(&mut stream, &vec![0; row]).expect("a row");
    }
    stream.finish().expect("an end");
    drop(writer);
    out
}

/// A small picture with a remark of forty million letters.
fn with_text() -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, 2, 2);
    encoder.set_color(png::ColorType::Grayscale);
    let remark = "a".repeat(40_000_000);
    encoder
        .add_ztxt_chunk("Comment".to_owned(), remark)
        .expect("a remark");
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(&[0; 4]).expect("rows");
    writer.finish().expect("an end");
    out
}
