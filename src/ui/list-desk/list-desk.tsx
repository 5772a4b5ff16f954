import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { aria } from '@/platform/a11y/aria'
import { useWideWindow } from '@/platform/device/use-wide-window'
import './list-desk.scss'

type ListDeskProps = PropsWithChildren<{
  /** Names the region beside the list. */
  label: string
  /** Identifies the opened thing; another one begins at its top. */
  opened: string | undefined
  /** Beside the list in a wide window; without it the list has the whole width. */
  detail: ReactNode
}>

/** A list; in a wide window with one of its things beside it. */
export function ListDesk({ label, opened, detail, children }: ListDeskProps) {
  const isWide = useWideWindow()
  const hasDetail = isWide && Boolean(detail)
  return (
    <View className={hasDetail ? 'list-desk' : ''}>
      <View>{children}</View>
      {hasDetail && (
        <View key={opened ?? 'none'} className="list-desk__detail" {...aria({ role: 'region', label })}>
          {detail}
        </View>
      )}
    </View>
  )
}
