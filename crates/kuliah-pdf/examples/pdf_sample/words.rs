//! Paragraphs to set.

pub(crate) const PARAGRAPHS: [&str; 4] = [
    "Pekerja sosial sering melakukan peran mediator dalam berbagai kegiatan pertolongannya. Peran \
     ini sangat penting dalam paradigma generalis. Peran mediator diperlukan terutama saat terdapat \
     perbedaan yang mencolok dan mengarah pada konflik antar berbagai pihak. Kegiatan yang dapat \
     dilakukan dalam melakukan peran mediator meliputi kontrak perilaku, negosiasi, pendamaian \
     pihak ketiga, serta berbagai macam resolusi konflik.",
    "Dalam konteks pendampingan sosial, peran pekerja sosial sebagai broker tidak jauh berbeda \
     dengan peran broker pada pasar modal. Seperti halnya di pasar modal, terdapat klien atau \
     konsumen. Namun demikian, pekerja sosial melakukan transaksi dalam pasar lain, yakni jaringan \
     pelayanan sosial. Pemahaman pekerja sosial mengenai kualitas pelayanan sosial di sekitar \
     lingkungannya menjadi sangat penting dalam memenuhi keinginan kliennya.",
    "Strategi khusus untuk mencapai tujuan tersebut meliputi pemberian harapan, pengurangan \
     penolakan dan ambivalensi, pengakuan dan pengaturan perasaan, pengidentifikasian dan \
     pendorongan kekuatan-kekuatan personal dan aset-aset sosial, pemilahan masalah menjadi bagian \
     sehingga lebih mudah dipecahkan, dan pemeliharaan fokus pada tujuan serta cara pencapaiannya.",
    "Manakala pelayanan dan sumber-sumber sulit dijangkau oleh klien, pekerja sosial harus \
     memainkan peranan sebagai pembela. Peran pembelaan merupakan salah satu praktik pekerjaan \
     sosial yang bersentuhan dengan kegiatan politik dan dapat dibagi dua: advokasi kasus dan \
     advokasi kausal.",
];
