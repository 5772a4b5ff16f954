export const drawnCardWords = { hold: '长按图片，存到手机' } as const
