/** Characters that no text may contain, by name. */
export const forbiddenCharacters: Record<string, string> = {
  NUL: '\u0000',
  tab: '\t',
  'carriage return': '\r',
  escape: '\u001b',
  delete: '\u007f',
  'next line': '\u0085',
  'line separator': '\u2028',
  'embedding to the left': '\u202a',
  'override to the left': '\u202e',
  isolate: '\u2066',
  'half a character, the first': '\ud83c',
  'half a character, the second': '\udf4e',
  'two halves the wrong way round': '\udf4e\ud83c',
}

/** Texts without a visible character. */
export const blankTexts: Record<string, string> = {
  spaces: '   ',
  'wide spaces': '\u3000\u3000',
  'line breaks': '\n\n',
  'zero-width spaces': '\u200b\u200b',
  'joiners and marks': '\u200d\u200e\u2060',
  'byte order mark': '\ufeff',
  filler: '\u3164\u115f',
  'braille blank': '\u2800',
  'soft hyphens': '\u00ad\u00ad',
}

/** Texts that are harmful in other contexts and plain text here. */
export const hostile: Record<string, string> = {
  sql: "'; drop table shop; --",
  'sql, always true': "' or '1'='1",
  script: '<script>alert(1)</script>',
  image: '"><img src=x onerror=alert(1)>',
  'script address': 'javascript:alert(1)',
  path: '../../../../etc/passwd',
  'encoded path': '..%2f..%2fetc%2fpasswd',
  template: '{{7*7}}#{7*7}<%= 7*7 %>',
  shell: '$(reboot); `reboot`',
  format: '%s%n%x%99999999s',
  proto: '__proto__',
  constructor: 'constructor',
  header: 'a\nset-cookie: kz_device=x',
}

/** Valid texts with unusual characters. */
export const harmless: Record<string, string> = {
  emoji: '🍑核桃',
  family: '👨‍👩‍👧',
  flag: '🇨🇳',
  combining: 'e\u0301a\u0308',
  'many marks': `a${'\u0301'.repeat(6)}`,
  'four bytes': '𠮷𡃁',
  arabic: 'مرحبا',
  wide: 'ＡＢＣ１２３',
  'two lines': '上\n下',
  'private use': '\ue000',
  'no character': '\uffff',
  replacement: '\ufffd',
}
