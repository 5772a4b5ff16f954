export const pictureWords = { none: '没有照片' } as const
