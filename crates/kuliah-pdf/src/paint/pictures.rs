//! Pictures as finished streams: the writer neither decodes nor packs them.

use std::collections::BTreeMap;

use printpdf::{DictItem, ExternalStream, ExternalXObject};

use crate::picture::{Data, Image};

pub(super) fn picture_object(image: &Image) -> ExternalXObject {
    let mut dict = image_dictionary(image, image.components);
    let content = match &image.data {
        Data::Jpeg(bytes) => {
            dict.insert("Filter".into(), name("DCTDecode"));
            bytes.clone()
        }
        Data::Deflated(bytes) => {
            dict.extend(deflated(image, image.components));
            bytes.clone()
        }
    };
    if let Some(alpha) = &image.alpha {
        let mut mask = image_dictionary(image, 1);
        mask.extend(deflated(image, 1));
        let stream = ExternalStream {
            dict: mask,
            content: alpha.clone(),
            compress: false,
        };
        dict.insert("SMask".into(), DictItem::Stream { stream });
    }
    ExternalXObject {
        stream: ExternalStream {
            dict,
            content,
            compress: false,
        },
        width: None,
        height: None,
        dpi: None,
    }
}

fn image_dictionary(image: &Image, components: u8) -> BTreeMap<String, DictItem> {
    let space = if components == 1 {
        "DeviceGray"
    } else {
        "DeviceRGB"
    };
    BTreeMap::from([
        ("Type".into(), name("XObject")),
        ("Subtype".into(), name("Image")),
        ("Width".into(), DictItem::Int(image.width.into())),
        ("Height".into(), DictItem::Int(image.height.into())),
        ("ColorSpace".into(), name(space)),
        ("BitsPerComponent".into(), DictItem::Int(8)),
    ])
}

fn deflated(image: &Image, components: u8) -> BTreeMap<String, DictItem> {
    let parameters = BTreeMap::from([
        // PNG's filters, one chosen a row.
        ("Predictor".into(), DictItem::Int(15)),
        ("Colors".into(), DictItem::Int(components.into())),
        ("BitsPerComponent".into(), DictItem::Int(8)),
        ("Columns".into(), DictItem::Int(image.width.into())),
    ]);
    BTreeMap::from([
        ("Filter".into(), name("FlateDecode")),
        ("DecodeParms".into(), DictItem::Dict { map: parameters }),
    ])
}

fn name(text: &str) -> DictItem {
    DictItem::Name(text.as_bytes().to_vec())
}
