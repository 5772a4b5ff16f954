/** A picture of a page, which is drawn when it is saved: one at a time is in memory. */
export interface PagePicture {
  name: string
  draw(): Promise<string>
}

/** Divides blocks into pages, in their order. A block higher than a page has one of its own. */
export function divideIntoPages<Block>(
  blocks: readonly Block[],
  heightOf: (block: Block) => number,
  pageHeight: number,
): Block[][] {
  const pages: Block[][] = []
  let room = 0
  for (const block of blocks) {
    const height = heightOf(block)
    const page = pages.at(-1)
    if (!page || height > room) {
      pages.push([block])
      room = pageHeight - height
    } else {
      page.push(block)
      room -= height
    }
  }
  return pages
}
