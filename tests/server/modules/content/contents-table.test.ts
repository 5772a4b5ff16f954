import { readFileSync } from 'node:fs'
import { contentKinds, type TextWriter, textPlaces } from '@/domain/content'

const WRITERS: Record<TextWriter, string> = {
  shop: '店家',
  buyer: '买家',
  either: '店家或买家',
  staff: '服务站的人',
}

test('docs/contents.md lists every text that others read with its writer, and every kind of file', () => {
  const [, table = ''] = readFileSync('docs/contents.md', 'utf8').split(/<!-- (?:table|end of table) -->/)
  const rows = table
    .trim()
    .split('\n')
    .slice(2)
    .map((row) => row.split('|').map((cell) => cell.trim()))
  const listed = rows.map(([, name = '', , writer]) => [name.replaceAll('`', ''), writer])
  const texts = Object.entries(textPlaces).map(([name, { writer }]) => [name, WRITERS[writer]])
  const files = contentKinds.filter((kind) => kind !== 'text')
  expect(listed.slice(0, -files.length)).toEqual(texts)
  expect(listed.slice(-files.length).map(([name]) => name)).toEqual(files)
})
