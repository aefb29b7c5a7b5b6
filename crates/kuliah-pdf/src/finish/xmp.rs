//! The XMP packet (ISO 16684-1), as PDF/A and PDF/UA-1 want it.

use kuliah_doc::{Metadata, SafeText};

use super::metadata::PRODUCER;

/// Writes the packet; `day` is `YYYY-MM-DD`, `part` the part of PDF/A.
pub(super) fn packet(metadata: &Metadata, day: &str, part: u8) -> String {
    let mut out = String::with_capacity(3_000);
    out.push_str(concat!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n",
        r#"<x:xmpmeta xmlns:x="adobe:ns:meta/">"#,
        r#"<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">"#,
        "\n",
        r#"<rdf:Description rdf:about="""#,
        r#" xmlns:dc="http://purl.org/dc/elements/1.1/""#,
        r#" xmlns:xmp="http://ns.adobe.com/xap/1.0/""#,
        r#" xmlns:pdf="http://ns.adobe.com/pdf/1.3/""#,
        r#" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/""#,
        r#" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">"#,
        "\n<dc:format>application/pdf</dc:format>\n",
    ));
    alternatives(&mut out, "dc:title", Some(&metadata.title));
    list(&mut out, "dc:creator", "Seq", &metadata.authors);
    alternatives(&mut out, "dc:description", metadata.description.as_ref());
    list(&mut out, "dc:subject", "Bag", &metadata.keywords);
    alternatives(&mut out, "dc:rights", metadata.rights.as_ref());
    let language = SafeText::lossy(metadata.language.as_str());
    list(&mut out, "dc:language", "Bag", &[language]);
    for property in ["xmp:CreateDate", "xmp:ModifyDate"] {
        simple(&mut out, property, &format!("{day}T00:00:00Z"));
    }
    simple(&mut out, "xmp:CreatorTool", PRODUCER);
    simple(&mut out, "pdf:Producer", PRODUCER);
    if !metadata.keywords.is_empty() {
        let words: Vec<&str> = metadata.keywords.iter().map(SafeText::as_str).collect();
        simple(&mut out, "pdf:Keywords", &words.join(", "));
    }
    simple(&mut out, "pdfaid:part", &part.to_string());
    simple(&mut out, "pdfaid:conformance", "A");
    simple(&mut out, "pdfuaid:part", "1");
    out.push_str("</rdf:Description>\n");
    out.push_str(UA_SCHEMA);
    out.push_str("</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>");
    out
}

/// The declaration of `pdfuaid`, which PDF/A asks for (ISO 19005-2, 6.6.2.3.1).
const UA_SCHEMA: &str = concat!(
    r#"<rdf:Description rdf:about="""#,
    r#" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/""#,
    r#" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#""#,
    r#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">"#,
    "\n<pdfaExtension:schemas><rdf:Bag>",
    r#"<rdf:li rdf:parseType="Resource">"#,
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>",
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>",
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>",
    r#"<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">"#,
    "<pdfaProperty:name>part</pdfaProperty:name>",
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>",
    "<pdfaProperty:category>internal</pdfaProperty:category>",
    "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>",
    "</rdf:li></rdf:Seq></pdfaSchema:property>",
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n",
);

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c => out.push(c),
        }
    }
    out
}

fn simple(out: &mut String, property: &str, value: &str) {
    out.extend(["<", property, ">", &escape(value), "</", property, ">\n"]);
}

fn alternatives(out: &mut String, property: &str, value: Option<&SafeText>) {
    let Some(value) = value else { return };
    out.extend(["<", property, "><rdf:Alt><rdf:li xml:lang=\"x-default\">"]);
    out.push_str(&escape(value.as_str()));
    out.extend(["</rdf:li></rdf:Alt></", property, ">\n"]);
}

fn list(out: &mut String, property: &str, kind: &str, values: &[SafeText]) {
    if values.is_empty() {
        return;
    }
    out.extend(["<", property, "><rdf:", kind, ">"]);
    for value in values {
        out.extend(["<rdf:li>", &escape(value.as_str()), "</rdf:li>"]);
    }
    out.extend(["</rdf:", kind, "></", property, ">\n"]);
}
