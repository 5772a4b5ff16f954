import { translated } from '../translation'
/** The notice on the offline page of an exported shop. */
export const offlineExportWords = translated('offlineExportWords', {
  note: '这是带走的一份小店，不上网也能看。在这里下不了单，价钱也可能变了。',
  call: (phone: string) => `打电话 ${phone}`,
  open: '上网打开小店，就能下单',
  /** The name (ASCII, for every unzip tool) and content of the zip's file that lists missing photos and voices. */
  lostFile: 'lost-photos.txt',
  lost: ({ products, look }: { products: string[]; look: boolean }) =>
    [
      '服务器上有些照片或录音找不到了，这份小店里没有它们：',
      ...products.map((name) => `· 商品「${name}」的照片`),
      ...(look ? ['· 店面上的照片或录音'] : []),
      '把小店搬到别处时，会略过它们，别的都在。搬过去以后重新拍一张就好。',
    ].join('\n'),
} as const)
