interface DrawnPicture {
  width: number
  height: number
  /** The drawn rows, with their size and where each ends, in px. */
  rows: { text: string; size: number; right: number; bottom: number }[]
}

/** The pictures that were drawn, the first ones first. */
export const drawnPictures: DrawnPicture[] = []

/** The texts of all rows, in the order in which they were drawn. */
export const drawnTexts = () => drawnPictures.flatMap(({ rows }) => rows.map(({ text }) => text))

/** Chinese letters and capitals are as wide as they are high, others narrower. */
const widthOf = (text: string, size: number) =>
  [...text].reduce((sum, letter) => sum + (letter < '\u0080' && !/[A-Z]/.test(letter) ? 0.6 : 1) * size, 0)

/** Replaces `openCard` of `@/platform/media/card`: records the drawn pictures. */
export async function openCard(width: number, height: number) {
  const picture: DrawnPicture = { width, height, rows: [] }
  drawnPictures.push(picture)
  const pen = {
    font: '',
    fillRect: () => undefined,
    measureText: (text: string) => ({ width: widthOf(text, size()) }),
    fillText: (text: string, x: number, y: number) =>
      picture.rows.push({ text, size: size(), right: x + widthOf(text, size()), bottom: y + size() }),
  }
  /** The type size that the pen has been given. */
  function size(): number {
    return Number.parseInt(pen.font.replace('bold ', ''), 10)
  }
  return { pen, finish: async () => `picture ${drawnPictures.length}` }
}
