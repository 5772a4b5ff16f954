import { unzipSync } from 'fflate'

const text = (files: Record<string, Uint8Array>, name: string) =>
  Buffer.from(files[name] ?? []).toString('utf8')

const unescapeXml = (xml: string) =>
  xml.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? '&',
  )

const textsIn = (xml: string) =>
  [...xml.matchAll(/<si>(.*?)<\/si>/gs)].map(([, item = '']) =>
    unescapeXml([...item.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, part = '']) => part).join('')),
  )

/** The cells of a row as text; those that are left out are empty. */
function cellsIn(row: string, shared: readonly string[]): string[] {
  const cells: string[] = []
  for (const [, letter = 'A', attributes = '', content = ''] of row.matchAll(
    /<c r="([A-Z])\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs,
  )) {
    if (content.includes('<f>')) throw new Error(`A cell is a formula: ${content}`)
    const value = /<v>(.*?)<\/v>/.exec(content)?.[1] ?? ''
    cells[letter.charCodeAt(0) - 65] = attributes.includes('t="s"') ? (shared[Number(value)] ?? '') : value
  }
  return Array.from(cells, (cell) => cell ?? '')
}

/** Reads the sheets of a spreadsheet (xlsx) as rows of cells. Throws if a cell is a formula. */
export function readSpreadsheet(file: Uint8Array): string[][][] {
  const files = unzipSync(new Uint8Array(file))
  const shared = textsIn(text(files, 'xl/sharedStrings.xml'))
  return Object.keys(files)
    .filter((name) => name.startsWith('xl/worksheets/sheet'))
    .sort()
    .map((name) =>
      [...text(files, name).matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map(([, row = '']) => cellsIn(row, shared)),
    )
}
