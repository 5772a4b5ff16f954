import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { aria } from '@/platform/a11y/aria'
import { useWideWindow } from '@/platform/device/use-wide-window'
import './list-detail.scss'

type ListDetailProps = PropsWithChildren<{
  /** Names the region beside the list. */
  label: string
  /** Identifies the opened thing; another one begins at its top. */
  opened: string | undefined
  /** Beside the list in a wide window; without it the list has the whole width. */
  detail: ReactNode
}>

/** A list; in a wide window with one of its things beside it. */
export function ListDetail({ label, opened, detail, children }: ListDetailProps) {
  const isWide = useWideWindow()
  const hasDetail = isWide && Boolean(detail)
  return (
    <View className={hasDetail ? 'list-detail' : ''}>
      <View>{children}</View>
      {hasDetail && (
        <View key={opened ?? 'none'} className="list-detail__detail" {...aria({ role: 'region', label })}>
          {detail}
        </View>
      )}
    </View>
  )
}
