//! As much of the schema as this crate uses: which elements, in which order.

/// The namespaces that every part of text declares.
pub(crate) const NAMESPACES: [(&str, &str); 5] = [
    (
        "xmlns:w",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        "xmlns:r",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        "xmlns:wp",
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
    (
        "xmlns:a",
        "http://schemas.openxmlformats.org/drawingml/2006/main",
    ),
    (
        "xmlns:pic",
        "http://schemas.openxmlformats.org/drawingml/2006/picture",
    ),
];

/// The elements that this crate makes docx-rs write.
pub(crate) fn is_known(name: &str) -> bool {
    let Some((prefix, local)) = name.split_once(':') else {
        return false;
    };
    match prefix {
        "w" => is_structure(local) || is_property(local),
        "wp" => matches!(
            local,
            "inline" | "extent" | "effectExtent" | "docPr" | "cNvGraphicFramePr"
        ),
        "a" => matches!(
            local,
            "graphic"
                | "graphicData"
                | "graphicFrameLocks"
                | "picLocks"
                | "blip"
                | "srcRect"
                | "stretch"
                | "fillRect"
                | "xfrm"
                | "off"
                | "ext"
                | "prstGeom"
                | "avLst"
        ),
        "pic" => matches!(
            local,
            "pic" | "nvPicPr" | "cNvPr" | "cNvPicPr" | "blipFill" | "spPr"
        ),
        _ => false,
    }
}

fn is_structure(local: &str) -> bool {
    matches!(
        local,
        "document"
            | "body"
            | "hdr"
            | "ftr"
            | "p"
            | "r"
            | "t"
            | "tab"
            | "br"
            | "hyperlink"
            | "bookmarkStart"
            | "bookmarkEnd"
            | "fldChar"
            | "instrText"
            | "footnoteReference"
            | "drawing"
            | "tbl"
            | "tblGrid"
            | "gridCol"
            | "tr"
            | "tc"
    )
}

fn is_property(local: &str) -> bool {
    matches!(
        local,
        "pPr"
            | "pStyle"
            | "keepNext"
            | "keepLines"
            | "numPr"
            | "ilvl"
            | "numId"
            | "ind"
            | "jc"
            | "rPr"
            | "rStyle"
            | "rFonts"
            | "b"
            | "bCs"
            | "i"
            | "iCs"
            | "tblPr"
            | "tblStyle"
            | "tblW"
            | "tblInd"
            | "tblBorders"
            | "tblLayout"
            | "top"
            | "left"
            | "bottom"
            | "right"
            | "insideH"
            | "insideV"
            | "trPr"
            | "cantSplit"
            | "trHeight"
            | "tcPr"
            | "tcW"
            | "sectPr"
            | "headerReference"
            | "footerReference"
            | "pgSz"
            | "pgMar"
            | "cols"
            | "titlePg"
            | "textDirection"
            | "docGrid"
    )
}

/// The order that the schema wants (ISO/IEC 29500-4, `wml.xsd`), for what is known here.
pub(crate) fn sequence(name: &str) -> Option<&'static [&'static str]> {
    Some(match name {
        "w:pPr" => &[
            "pStyle",
            "keepNext",
            "keepLines",
            "numPr",
            "spacing",
            "ind",
            "jc",
            "rPr",
        ],
        "w:rPr" => &["rStyle", "rFonts", "b", "bCs", "i", "iCs", "rtl", "lang"],
        "w:tblPr" => &[
            "tblStyle",
            "tblW",
            "tblInd",
            "tblLayout",
            "tblLook",
            "tblCaption",
            "tblDescription",
        ],
        "w:trPr" => &["cantSplit", "tblHeader"],
        "w:tcPr" => &["tcW"],
        "w:numPr" => &["ilvl", "numId"],
        "w:sectPr" => &[
            "headerReference",
            "footerReference",
            "pgSz",
            "pgMar",
            "cols",
            "titlePg",
            "textDirection",
            "docGrid",
        ],
        _ => return None,
    })
}
