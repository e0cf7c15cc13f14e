/** Sentences of the sheet by which a text is taken out and brought in. */
import type { Said } from "..";
import type { bring as englishBring, take as englishTake } from "../en/take";

export const take: Said<typeof englishTake> = {
  title: "Yanınıza alın",
  way: "Dışarı ya da içeri",
  out: "Dışarı al",
  bring: "İçeri getir",
  form: "Hangi biçimde",
  forms: {
    markdown: {
      sign: "md",
      name: "Markdown",
      hint: "notlar ve görevler için; resimlerle birlikte zip",
    },
    docx: { sign: "docx", name: "Word", hint: "ofis için, stilleriyle" },
    odt: { sign: "odt", name: "OpenDocument", hint: "LibreOffice ve diğerleri için" },
    pdf: { sign: "pdf", name: "PDF", hint: "sabit sayfalar, yazıcıya hazır" },
    page: { sign: "html", name: "Web sayfası", hint: "ağsız, her tarayıcıda okunur" },
    text: { sign: "txt", name: "Düz metin", hint: "yalnızca yazı, başka bir şey yok" },
    capsule: { sign: "", name: "Kapsül", hint: "çevrimdışı açılır, her Fadepad’de sürer" },
    yjs: { sign: "yjs", name: "Yjs dosyası", hint: "onunla devam eden programlar için" },
  },
  keep: {
    markdown: "Markdown dosyasını kaydet",
    docx: "Word dosyasını kaydet",
    odt: "OpenDocument dosyasını kaydet",
    pdf: "Yazdır ya da PDF kaydet",
    page: "Web sayfasını kaydet",
    text: "Metin dosyasını kaydet",
    capsule: "Kapsülü kaydet",
    yjs: "Yjs dosyasını kaydet",
  },
  copy: { rich: "Metni kopyala", markdown: "Markdown kopyala", text: "Yazıyı kopyala" },
  stays: (lines) => `${lines} satır. Bu cihazda kalır.`,
  making: "Dosya hazırlanıyor…",
  failed: "Bu dosya şu an hazırlanamadı. Yerine Markdown kaydedildi.",
  digest: {
    title: "Üstte özet",
    hint: "Neye karar verildi, kim ne yapıyor",
    off: "Dosya metinle başlar.",
    never:
      "Bu dosyada programların okuduğu biçimiyle yalnızca belge var: metnin üstünde bir şey yok.",
    how: "Onay kutuları ile !decision ya da ?question diye başlayan satırlar buraya girer. Kimin yapacağını yazın: @Jana.",
    none: "Bu metinde henüz onay kutusu, !decision ya da ?question yok.",
    people: "Burada kimler var, yazılsın",
    until: (time) => `– ${time}`,
    heads: {
      open: (n) => `Açık: ${n}`,
      done: (n) => `Tamam: ${n}`,
      decided: () => "Kararlar",
      questions: (n) => (n === 1 ? "Soru" : "Sorular"),
    },
    more: (n) => `ve ${n} tane daha`,
    alone: "Yalnızca özet",
    table: "Tablo olarak",
    days: (n) => `Takvim için ${n} tarih`,
    mail: "E-postayla",
    columns: ["Ne", "Yazı", "Kim", "Ne zaman"],
    kinds: { open: "Açık", done: "Tamam", decided: "Karar", questions: "Soru" },
  },
};

/** The same for what is brought in. */
export const bring: Said<typeof englishBring> = {
  title: "İçeri bir şey getirin",
  choose: "Dosya seç",
  another: "Başka dosya seç",
  what: "Buraya Markdown, Word, OpenDocument, web sayfası, metin ya da kapsül bırakın: en çok 8 MB metin ve resimleri",
  whatTouch:
    "Markdown, Word, OpenDocument, web sayfası, metin ya da kapsül: en çok 8 MB metin ve resimleri",
  reading: (name) => `${name} okunuyor…`,
  found: (size, { lines, boxes, pictures }) => [
    size,
    `${lines} satır`,
    ...(boxes ? [`${boxes} onay kutusu`] : []),
    ...(pictures ? [`${pictures} resim`] : []),
  ],
  lost: (n) => `${n} resim dışarıda kalıyor: bu tarayıcı gösteremiyor ya da dosyada yok.`,
  where: "Nereye konsun?",
  places: {
    here: { name: "Bu deftere", hint: "burada henüz bir şey yazılmadı" },
    on: { name: "Bu metnin devamına", hint: "yalnızca yeni olanlar girer" },
    back: { name: "Silinenler, sona", hint: "buradakilerin altına" },
    end: { name: "Sona", hint: "buradakilerin altına" },
    fresh: { name: "Yeni bir deftere", hint: "bu defter olduğu gibi kalır" },
    instead: { name: "Bu metnin yerine", hint: "herkes görür, geri alınabilir" },
  },
  put: {
    here: "Buraya koy",
    on: "Onunla devam et",
    back: "Geri getir",
    end: "Sona koy",
    fresh: "Yeni deftere koy",
    instead: "Bunun yerine koy",
  },
  history: "Kapsül kendi geçmişiyle sürer. Aynısını iki kişi getirse de hiçbir şey iki kez olmaz.",
  words: "Yazısı, siz yazmışsınız gibi girer. Geçmişi ise boş bir defterde sürer.",
  same: "Bu kapsüldeki her şey zaten burada.",
  gone: (n) =>
    `Bu kapsüldeki her şey buradaydı. O zamandan beri ${n} satırı silindi; geri gelebilir.`,
  changed:
    "Bu kapsüldeki her şey buradaydı ve o zamandan beri değişti. Eski hâliyle geri gelebilir.",
  notNow: "Şimdi değil",
  putting: "Yerine konuyor…",
  away: "Şu an çevrimdışı. Yeniden bağlanınca konabilir.",
  opening: "Bu defter şu an yeniden açılıyor. Hiçbir şey girmedi: bir kez daha deneyin.",
  beside: "Biri burada yazmaya başlamıştı: getirdikleriniz sonda.",
  done: (name) => `${name} metinde`,
  tooMuch: (name) => `${name}, bu defterin alabileceğinden fazla. Hiçbir şey girmedi.`,
  begun: "Biri burada yazmaya başladı. Nereye konacağını yeniden seçin.",
  failed: "Yeni defter açılamadı. Hiçbir şey girmedi.",
  offline: "Bu tür dosyaları okuyan parça alınamadı. Yeniden bağlanınca tekrar deneyin.",
  broken: "Yerine konurken Fadepad’de bir sorun oldu. Metne bakın: bir kısmı girmiş olabilir.",
  refused: {
    large: (name, size) =>
      `${name} ${size} ya da açılınca çok daha büyük. En çok 8 MB metin, resimlerle 64 MB sığar.`,
    empty: (name) => `${name} boş.`,
    silent: (name) => `Bu dosyada metin yok: ${name}.`,
    unreadable: (name) => `${name} okunamıyor: bozuk ya da adının söylediği şey değil.`,
    deep: (name) =>
      `${name} okunamıyor: parçaları yüzlerce kat iç içe. Düz metin (.txt) olarak kaydedip onu getirin.`,
    closed: (name) =>
      `${name} açılamıyor: bir klasör ya da seçtiğinizden beri taşındı veya değişti.`,
    fault: (name) =>
      `Fadepad şu dosyada takıldı: ${name}. Dosya sağlam olabilir: düz metin (.txt) olarak kaydedip onu getirin.`,
    away: (name) => `${name} dosyasını okuyan parça alınamadı. Yeniden bağlanınca tekrar deneyin.`,
    picture: (name) =>
      `${name} bir resim: metnin üstüne bırakın, oraya yapıştırın ya da “/” menüsünden Resim’i, telefonda Fotoğraf’ı seçin.`,
    pdf: (name) =>
      `${name} bir PDF: içinde sayfalar var, sürdürülecek metin yok. Hazırlandığı belgeyi getirin.`,
    doc: (name) =>
      `${name} eski bir Office dosyası. Önce Word (.docx) ya da OpenDocument (.odt) olarak kaydedin.`,
    rtf: (name) =>
      `${name} zengin metin (RTF). Önce Word (.docx) ya da OpenDocument (.odt) olarak kaydedin.`,
    cells: (name) =>
      `${name} tablolar ya da slaytlar içeriyor. Gerekeni açıldığı yerde kopyalayıp buraya yapıştırın: hücreler tablo olarak girer.`,
    zip: (name) => `Bu dosyada Markdown yok: ${name}. Açıp içindekini getirin.`,
    unknown: (name) =>
      `${name} getirilebilen dosyalardan değil: Markdown, Word, OpenDocument, web sayfası, metin ve kapsül.`,
  },
};
