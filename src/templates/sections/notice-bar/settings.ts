import type { SectionPlacement } from '../../section-placement'

/** The shop's notice: `edge` overlaps the lower edge of the head above it, `strip` stands alone. */
export type NoticeBarSettings = {
  form: 'edge' | 'strip'
}

export const noticeBarDefaults: NoticeBarSettings = { form: 'strip' }

export const placement: SectionPlacement = { loading: 'core', order: 2 }
