import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { useCall } from '@/api/use-call'
import type { RouteReply } from '@/contract/routes'
import { consoleWords as words } from '@/locales/operator/console'
import { momentWords } from '@/locales/time'
import { useShortcuts } from '@/platform/device/typing/use-shortcuts'
import { useWideWindow } from '@/platform/device/use-wide-window'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { useReturnToPage } from '@/platform/lifecycle/use-page-visibility'
import { Button } from '@/ui/button/button'
import { Loaded } from '@/ui/notice/loaded'
import { Page } from '@/ui/page/page'
import { type Tab, TabBar } from '@/ui/tab-bar/tab-bar'
import { AuditPanel } from './audit-panel'
import { ConsoleSignIn } from './console-sign-in'
import { SettingsPanel } from './settings/settings-panel'
import { ShopsPanel } from './shops/shops-panel'
import { WaitingPanel } from './waiting/waiting-panel'
import { WavesPanel } from './waves/waves-panel'
import './console.scss'

type Operator = RouteReply<'GET /api/operator'>
type ConsoleTab = keyof typeof words.tabs

const consoleTabs = [
  'waiting',
  'shops',
  'waves',
  'audit',
  'settings',
] as const satisfies readonly ConsoleTab[]
const icons = {
  waiting: 'order',
  shops: 'store',
  waves: 'goods',
  audit: 'clock',
  settings: 'settings',
} as const

/** The console: what waits, the shops, waves of shops, the audit trail, and settings. `code` is that of a link to sign in. */
export function ConsoleScreen({ code }: { code: string | undefined }) {
  const state = useCall('GET /api/operator', {}, 'signed-in')
  useReturnToPage(() => void state.reload())
  return (
    <Loaded state={state} notFound={<ConsoleSignIn code={code} onSignedIn={() => void state.reload()} />}>
      {(operator) => <Console operator={operator} onChange={() => void state.reload()} />}
    </Loaded>
  )
}

interface ConsoleProps {
  operator: Operator
  /** Something that waited was answered, or the operator signed out. */
  onChange(): void
}

function Console({ operator, onChange }: ConsoleProps) {
  const [active, setActive] = useState<ConsoleTab>('waiting')
  const [opened, setOpened] = useState<string>()
  const isWide = useWideWindow()
  const waiting = Object.values(operator.waiting).reduce((sum, count) => sum + count, 0)
  const tabs: Tab<ConsoleTab>[] = consoleTabs.map((key) => ({
    ...{ key, icon: icons[key], words: words.tabs[key] },
    ...(key === 'waiting' ? { count: waiting } : {}),
  }))
  const open = (tab: ConsoleTab) => {
    setOpened(undefined)
    setActive(tab)
  }
  // 1 and 2 answer what waits
  useShortcuts(Object.fromEntries(consoleTabs.map((tab, at) => ['qwert'.charAt(at), () => open(tab)])))
  const openShop = (slug: string) => {
    setOpened(slug)
    setActive('shops')
  }
  const bar = <TabBar tabs={tabs} active={active} isVertical={isWide} onChange={open} />
  return (
    <Page title={words.title} first wide {...(isWide ? { side: bar } : { foot: bar })}>
      <View className="console">
        <Who operator={operator} onSignedOut={onChange} />
        {active === 'waiting' && (
          <WaitingPanel waiting={operator.waiting} onAnswered={onChange} onOpenShop={openShop} />
        )}
        {active === 'shops' && <ShopsPanel key={opened} firstSlug={opened} />}
        {active === 'waves' && <WavesPanel />}
        {active === 'audit' && <AuditPanel />}
        {active === 'settings' && <SettingsPanel />}
      </View>
    </Page>
  )
}

function Who({ operator, onSignedOut }: { operator: Operator; onSignedOut(): void }) {
  const signOut = async () => {
    await call('DELETE /api/operator/session', {})
    onSignedOut()
  }
  return (
    <View className="console__who">
      <Text className="console__name">
        {words.until(operator.name, momentWords(operator.until, serverNow()))}
      </Text>
      <Button kind="line" size="small" onPress={() => void signOut()}>
        {words.signOut}
      </Button>
    </View>
  )
}
