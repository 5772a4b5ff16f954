import type { ContentKind, ContentVerdict } from '@/domain/content'
import type { Moment } from './column-types'

/** What decided about a content: the list of words, WeChat, Aliyun, or an operator. */
export const contentSources = ['words', 'wechat', 'aliyun', 'operator'] as const
export type ContentSource = (typeof contentSources)[number]

/** A text, photo or voice that people can read, with the verdict of its check. */
export interface ContentTable {
  /** The kind with a hash: that of the text, or the one that names the file. */
  id: string
  kind: ContentKind
  /** The text while it is checked or an operator may read it; `null` for passed and unused ones, and for files. */
  text: string | null
  verdict: ContentVerdict
  /** `null` when no check has given the verdict. */
  source: ContentSource | null
  /** The reason of a verdict, as its source names it. */
  label: string | null
  /** How often a service was asked without a verdict. */
  tries: number
  /** When it is checked next; `null` for never. */
  due_at: Moment | null
  /** The number by which WeChat announces the verdict of a file, or of Aliyun's task, which begins with `aliyun:`. */
  trace: string | null
  /** When the verdict was given. */
  decided_at: Moment | null
  created_at: Moment
}

/** Why a shop disagrees with the verdict of a content. */
export interface ContentAppealTable {
  content_id: string
  shop_id: string
  note: string
  appealed_at: Moment
}

/** Where a content is used, and by whom it was written. */
export interface ContentUseTable {
  content_id: string
  /** Empty for files, and for texts that belong to no shop. */
  shop_id: string
  /** A `TextPlace`; empty for files. */
  place: string
  account_id: string
  used_at: Moment
}
