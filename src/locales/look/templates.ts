import { translated } from '../translation'
/** Title and description of the bundled templates, by their names. */
export const templateWords: Record<string, { title: string; description: string }> = translated(
  'templateWords',
  {
    woodgrain: { title: '木纹', description: '胡桃木色的店招，货品并排摆开' },
    orchard: { title: '果园', description: '头一件货拍大图，其他一件一行' },
    plain: { title: '素净', description: '一条店招，一行一件小照片，一屏看得多' },
  },
)
