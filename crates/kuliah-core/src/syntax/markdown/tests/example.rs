//! The same course in Markdown and in YAML.

use kuliah_source::FileId;
use serde_json::{Map, Value, json};

use super::super::super::{Limits, Syntax, parse};
use super::tree;

const MARKDOWN: &str = r#"---
format: 1
title: Peran
---
# Deskripsi Singkat {.description}
Mata kuliah ini membahas strategi dan teknik pemberdayaan masyarakat.

# Materi {#materi .material .roles}
{Count:roles} peran di bawah ini mengacu pada @parsons1994.

## Fasilitator (pemungkin, [enabler]{lang=en}) {#fasilitator}
Peran fasilitator sering disebut pemungkin.

> [the traditional role of enabler in social work implies education,
> facilitation, and promotion of interaction and action]{lang=en}
> [@parsons1994, hlm. 188]

Pembagian tugas pekerja sosial antara lain: {.tasks}
- Mendefinisikan tujuan keterlibatan
- Mendorong komunikasi dan relasi

## Mediator {#mediator}
Dalam mediasi, upaya diarahkan untuk mencapai *solusi menang-menang*.
Hal ini berbeda dengan peran sebagai [fasilitator](#fasilitator).

### Teknik dan keterampilan [@compton1989, hlm. 511] {#teknik-mediasi .techniques}
Ada {count} teknik yang dapat digunakan:
1. **Keterbukaan:** membiarkan berbagai pandangan untuk didengar
2. Hindari situasi menang dan kalah <!-- lint-ignore list/not-parallel: kalimat perintah -->
3. Membagi konflik ke dalam berbagai isu
   - isu
   - waktu dan tempat

Teknik ini dipakai setelah kontrak disepakati.

> [!lecturer] Beri contoh dari praktik lapangan.

| Bentuk  | Klien    |
|:--------|:---------|
| kasus   | individu |
| kelas   | kelompok |

: Dua bentuk advokasi {#bentuk}

![Pekerja sosial di antara klien dan lembaga](peran.svg "Posisi mediator"){#posisi}

# Latihan {.assessment}
### Kasus pasar {.exercise lines=6}
Tentukan peran yang tepat bagi pedagang yang tergusur.

> [!answer] Mediator, lihat [](#mediator).
"#;

const YAML: &str = r#"
format: 1
title: Peran
sections:
  - {title: Deskripsi Singkat, kind: description, content: Mata kuliah ini membahas strategi dan teknik pemberdayaan masyarakat.}
  - id: materi
    title: Materi
    kind: material
    content: "{Count:roles} peran di bawah ini mengacu pada @parsons1994."
    roles:
      - id: fasilitator
        name: Fasilitator
        aliases: [pemungkin, "[enabler]{lang=en}"]
        content:
          - Peran fasilitator sering disebut pemungkin.
          - quote:
              text: the traditional role of enabler in social work implies education, facilitation, and promotion of interaction and action
              lang: en
              cite: {key: parsons1994, locator: 188}
          - list: {kind: tasks, lead: "Pembagian tugas pekerja sosial antara lain:", items: [Mendefinisikan tujuan keterlibatan, Mendorong komunikasi dan relasi]}
      - id: mediator
        name: Mediator
        content:
          - prose: |
              Dalam mediasi, upaya diarahkan untuk mencapai *solusi menang-menang*.
              Hal ini berbeda dengan peran sebagai [fasilitator](#fasilitator).
          - list:
              id: teknik-mediasi
              kind: techniques
              title: Teknik dan keterampilan
              lead: "Ada {count} teknik yang dapat digunakan:"
              ordered: true
              cite: {key: compton1989, locator: 511}
              items:
                - {term: Keterbukaan, text: membiarkan berbagai pandangan untuk didengar}
                - Hindari situasi menang dan kalah # lint-ignore list/not-parallel: kalimat perintah
                - {text: Membagi konflik ke dalam berbagai isu, sub: {items: [isu, waktu dan tempat]}}
          - Teknik ini dipakai setelah kontrak disepakati.
          - note: {audience: lecturer, content: Beri contoh dari praktik lapangan.}
          - table: {id: bentuk, caption: Dua bentuk advokasi, align: [start, start], head: [Bentuk, Klien], rows: [[kasus, individu], [kelas, kelompok]]}
          - figure: {id: posisi, src: peran.svg, alt: Pekerja sosial di antara klien dan lembaga, caption: Posisi mediator}
  - title: Latihan
    kind: assessment
    content:
      - exercise: {title: Kasus pasar, content: Tentukan peran yang tepat bagi pedagang yang tergusur., lines: 6, answer: "Mediator, lihat [](#mediator)."}
"#;

/// Writes the shorthands of YAML out, as far as the example uses them.
fn written_out(key: &str, value: Value) -> Value {
    let joined = |text: &str| text.trim().replace('\n', " ");
    let list = |value: Value| match value {
        Value::Array(items) => items,
        one => vec![one],
    };
    match (key, value) {
        ("content" | "answer", value) => {
            let block = |value| match value {
                Value::String(text) => json!({ "prose": text }),
                block => written_out("", block),
            };
            list(value).into_iter().map(block).collect()
        }
        ("items", value) => {
            let item = |value| match value {
                Value::String(text) => json!({ "text": text }),
                item => written_out("", item),
            };
            list(value).into_iter().map(item).collect()
        }
        ("quote", Value::Object(mut fields)) => {
            let text = fields.remove("text").map(list);
            fields.insert("text".to_owned(), text.into());
            written_out("", fields.into())
        }
        ("cite", value) => list(value)
            .into_iter()
            .map(|it| written_out("", it))
            .collect(),
        ("locator", Value::Number(number)) => number.to_string().into(),
        ("prose", Value::String(text)) => joined(&text).into(),
        (_, Value::Object(fields)) => {
            let fields: Map<_, _> = fields
                .into_iter()
                .map(|(key, value)| (key.clone(), written_out(&key, value)))
                .collect();
            fields.into()
        }
        (_, Value::Array(items)) => items.into_iter().map(|it| written_out("", it)).collect(),
        (_, value) => value,
    }
}

#[test]
fn both_give_the_same_tree() {
    let yaml = parse(FileId::FIRST, YAML, Syntax::Yaml, &Limits::default());
    assert_eq!(yaml.diagnostics, []);
    let yaml = written_out("", yaml.tree.expect("a tree").root.to_value());
    for markdown in [MARKDOWN.to_owned(), MARKDOWN.replace('\n', "\r\n")] {
        assert_eq!(tree(&markdown).root.to_value(), yaml);
    }
}
