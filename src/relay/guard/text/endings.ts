/** What a name may end in to be a file or a site. */
const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

export const FILE_ENDINGS = words(
  'pdf doc docx odt rtf txt md xls xlsx ods csv tsv ppt pptx odp key pages numbers fig sketch psd psb ai eps svg png jpg jpeg ' +
    'gif webp avif heic tif tiff bmp raw cr2 indd cdr xd dwg dxf stl obj mp3 wav ogg flac m4a mp4 mov avi mkv webm zip rar 7z ' +
    'tar gz tgz bz2 json yaml yml xml html htm css scss js jsx ts tsx php py rb sql log ini conf env apk ipa exe msi dmg iso ' +
    'ttf otf woff woff2 ics eml msg epub djvu vsdx mpp dump bak sh bat srt vtt ass aep aepx prproj drp idml skp blend fbx glb gltf pem p12 pfx crt sig p7s vcf plist lut cube',
)

/** Common top-level domains, and those of countries an agency writes about. */
export const TOP_DOMAINS = words(
  'com net org info biz io dev app co me tv ai pro xyz site online store shop tech agency studio design digital media cloud ' +
    'page link blog live world team work group space website club news art travel academy education edu gov mil int name mobi ' +
    'ru su by kz ua uz ge am az kg md lv lt ee pl de uk us eu fr it es pt nl be ch at cz sk hu ro bg gr tr il ae in cn jp kr ' +
    'fi se no dk ie is ca au nz br mx ar za sg hk th vn id my ly gg gl so sh to cc ws fm ' +
    'рф рус онлайн сайт москва дети орг ком бел укр example test local',
)

/** Companies that bear the name of their site: naming one is no link. */
export const SITE_NAMES = words(
  'mail.ru booking.com auto.ru hh.ru lenta.ru amazon.com bitrix24.ru 2gis.ru cian.ru domclick.ru list.ru bk.ru rambler.ru monday.com notion.so node.js next.js vue.js',
)

/** Words with a dot inside that are no sites. */
export const WORD_DOTS = words('e.g i.e т.е т.к т.д т.п a.m p.m vs.net asp.net')
