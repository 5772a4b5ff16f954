import { translated } from '../translation'
export const pictureWords = translated('pictureWords', { none: '没有照片' } as const)
