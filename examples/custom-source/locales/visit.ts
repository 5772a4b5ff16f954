/** Texts for visitors of this shop. */
export const visitWords = {
  title: '来灶台边坐坐',
  stove: '铁锅每天早上六点开火',
  call: (phone: string) => `来之前打个电话：${phone}`,
} as const
