/** What buyers should know first: `edge` lies over the lower edge of the head above it, `strip` stands alone. */
export type NoticeBarSettings = {
  form: 'edge' | 'strip'
}

export const noticeBarDefaults: NoticeBarSettings = { form: 'strip' }
