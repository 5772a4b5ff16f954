/** What stands above a shop that its owner has taken along as a file. */
export const takenWords = {
  note: '这是带走的一份小店，不上网也能看。在这里下不了单，价钱也可能变了。',
  call: (phone: string) => `打电话 ${phone}`,
  open: '上网打开小店，就能下单',
} as const
