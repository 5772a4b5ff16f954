/** What stands above a shop that its owner has taken along as a file. */
export const takenWords = {
  note: '这是带走的一份小店，不上网也能看。在这里下不了单，价钱也可能变了。',
  call: (phone: string) => `打电话 ${phone}`,
  open: '上网打开小店，就能下单',
  /** A file in the zip, where photos or voices were lost: what it is called, as every unpacker can, and what it says. */
  lostFile: 'lost-photos.txt',
  lost: ({ products, look }: { products: string[]; look: boolean }) =>
    [
      '服务器上有些照片或录音找不到了，这份小店里没有它们：',
      ...products.map((name) => `· 商品「${name}」的照片`),
      ...(look ? ['· 店面上的照片或录音'] : []),
      '把小店搬到别处时，会略过它们，别的都在。搬过去以后重新拍一张就好。',
    ].join('\n'),
} as const
