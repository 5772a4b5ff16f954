import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { ShortcutsSheet } from '@/features/shortcuts/shortcuts-sheet'
import { shortcutsWords } from '@/locales/shop/shortcuts'
import { useShortcuts } from '@/platform/device/typing/use-shortcuts'
import { useWideWindow } from '@/platform/device/use-wide-window'
import { Button } from '@/ui/button/button'
import { type Tab, TabBar } from '@/ui/tab-bar/tab-bar'
import { type DashboardTab, dashboardTabs } from './dashboard-tabs'

interface DashboardNavOptions {
  tabs: readonly Tab<DashboardTab>[]
  active: DashboardTab
  onOpen(tab: DashboardTab): void
}

interface DashboardNav {
  /** The tabs at the left of a wide window, with its keys. */
  side?: ReactNode
  /** The tabs at the bottom of a narrow window. */
  bottom?: ReactNode
  /** The open sheet of keys. */
  sheet?: ReactNode
}

/** The tabs of the dashboard; in a wide window they stand at the left and have keys. */
export function useDashboardNav({ tabs, active, onOpen }: DashboardNavOptions): DashboardNav {
  const isWide = useWideWindow()
  const [isSheetOpen, setIsSheetOpen] = useState(false)
  const openSheet = () => setIsSheetOpen(true)
  useShortcuts({
    ...Object.fromEntries(dashboardTabs.map((tab, at) => [`${at + 1}`, () => onOpen(tab)])),
    '?': openSheet,
  })
  if (!isWide) return { bottom: <TabBar tabs={tabs} active={active} onChange={onOpen} /> }
  return {
    side: (
      <View className="merchant-dashboard__side">
        <TabBar tabs={tabs} active={active} isVertical onChange={onOpen} />
        <Button kind="line" size="small" onPress={openSheet}>
          {shortcutsWords.open}
        </Button>
      </View>
    ),
    ...(isSheetOpen ? { sheet: <ShortcutsSheet onClose={() => setIsSheetOpen(false)} /> } : {}),
  }
}
