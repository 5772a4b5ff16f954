import { forbiddenCharacters, harmless, hostile } from './unusual-texts'

/** Unusual values of one query field, by description. */
export const unusualQueryValues: Record<string, string> = {
  nothing: '',
  zero: '0',
  'one too few': '-1',
  'one too many': '101',
  'a fraction': '1.5',
  'another notation': '1e2',
  hexadecimal: '0x10',
  'no number': 'NaN',
  endless: 'Infinity',
  'a space before': ' 1',
  'a plus': '+1',
  'other digits': '٣',
  'wide digits': '１０',
  'two to the 53rd': '9007199254740993',
  'many digits': '9'.repeat(400),
  'a cursor of another kind': Buffer.from('not a cursor').toString('base64url'),
  'a cursor that never ends': 'A'.repeat(5000),
  'a cursor with a quote': Buffer.from("1.'OR 1=1").toString('base64url'),
  ...Object.fromEntries(
    Object.entries(forbiddenCharacters).filter(
      ([what]) => !what.includes('half') && !what.includes('halves'),
    ),
  ),
  ...hostile,
  ...harmless,
}

/** Malformed query strings, with the field that is wrong. */
export const malformedQueryStrings: readonly [search: string, path: string][] = [
  ['limit=1&limit=2', '/limit'],
  ['cursor=a&cursor=b', '/cursor'],
  ['limit[]=1', '/limit[]'],
  ['limit[a]=1', '/limit[a]'],
  ['unknown=1', '/unknown'],
  ['Limit=1', '/Limit'],
  ['__proto__=1', '/__proto__'],
  ['__proto__[limit]=1', '/__proto__[limit]'],
  ['constructor=1', '/constructor'],
  ['toString=1', '/toString'],
  ['limit=%00', '/limit'],
  ['limit=%ff', '/limit'],
  ['limit=%zz', '/limit'],
  ['limit=%ed%a0%bc', '/limit'],
  ['=1', '/'],
  ['limit=1;cursor=2', '/limit'],
  [`${'n'.repeat(4000)}=1`, ''],
  [Array.from({ length: 900 }, (_, i) => `a${i}=1`).join('&'), ''],
]

const malformedIds = (id: string): Record<string, string> => ({
  'letters of the other kind': id.length === 26 ? id.toLowerCase() : id.toUpperCase(),
  'a letter less': id.slice(1),
  'a letter more': `${id}0`,
  'a NUL behind': `${id}%00`,
  'a NUL': '%00',
  'a line break behind': `${id}%0a`,
  'a space behind': `${id}%20`,
  'bytes of no text': '%ff%fe',
  'half a character': '%ed%a0%bc',
  'an escape that is none': '%zz',
  'an escape that ends': '%',
  dots: '..',
  'encoded dots': '%2e%2e',
  'encoded slashes': '..%2f..%2f..%2fetc%2fpasswd',
  'back slashes': '..%5c..%5cetc%5cpasswd',
  sql: encodeURIComponent("' or '1'='1"),
  wildcard: '%25',
  'another wildcard': '_'.repeat(26),
  star: '*',
  script: encodeURIComponent('<script>alert(1)</script>'),
  emoji: encodeURIComponent('🍑'),
  proto: '__proto__',
  constructor: 'constructor',
  undefined: 'undefined',
  null: 'null',
  semicolon: `${id};a=1`,
  'a hundred letters': 'A'.repeat(100),
  'thousands of letters': 'A'.repeat(5000),
})

/** Malformed values of a path part, URL-encoded; `right` is the valid value. */
export const malformedPathParts = (right: string): [why: string, text: string][] =>
  // leaves out variants equal to the valid value
  Object.entries(malformedIds(right)).filter(([, text]) => text !== right)
