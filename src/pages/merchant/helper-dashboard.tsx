import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Help } from '@/contract/shop/helps'
import { mayChange } from '@/domain/shop/help'
import type { ManagedShop } from '@/domain/shop/shop'
import { ProductsPanel } from '@/features/products/list/products-panel'
import { LowStockSheet } from '@/features/settings/low-stock-sheet'
import { SettingsPanel } from '@/features/settings/settings-panel'
import { helperShopWords as words } from '@/locales/shop/helper-shop'
import { merchantDashboardWords } from '@/locales/shop/merchant-dashboard'
import { settingsWords } from '@/locales/shop/settings'
import { momentWords } from '@/locales/time'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { useReloadOnReturn } from '@/platform/lifecycle/use-page-visibility'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Page } from '@/ui/page/page'
import { ListRow } from '@/ui/row/list-row'
import { TabBar } from '@/ui/tab-bar/tab-bar'
import { Status } from '@/ui/text/alert'
import { tabIcons } from './dashboard-tabs'
import './merchant-dashboard.scss'

type HelperTab = 'goods' | 'shop'

/** The tabs of the parts that the person agreed to. */
function tabsOf({ purposes }: Help): HelperTab[] {
  if (purposes.includes('open')) return ['goods', 'shop']
  const others = purposes.some((purpose) => purpose !== 'products')
  return [
    ...(purposes.includes('products') ? (['goods'] as const) : []),
    ...(others ? (['shop'] as const) : []),
  ]
}

interface HelperDashboardProps {
  shop: ManagedShop
  help: Help
  onShop(shop: ManagedShop): void
  reload(): Promise<void>
}

/** The parts of another person's shop that a helper may change: neither orders nor money, buyers or keys. */
export function HelperDashboard({ shop, help, onShop, reload }: HelperDashboardProps) {
  const tabs = tabsOf(help)
  const [tab, setTab] = useState<HelperTab>(tabs[0] ?? 'shop')
  const [isLowStockOpen, setIsLowStockOpen] = useState(false)
  useReloadOnReturn(true, reload)
  return (
    <Page
      title={shop.name}
      foot={tabs.length > 1 && <TabBar<HelperTab> tabs={tabs.map(toItem)} active={tab} onChange={setTab} />}
    >
      <HelpNotice shop={shop} help={help} />
      {tab === 'goods' ? (
        <ProductsPanel
          shop={shop}
          active
          onChanged={() => undefined}
          lowStockSheet={
            mayChange('settings', help.purposes)
              ? (onClose) => <LowStockSheet shop={shop} onSaved={onShop} onClose={onClose} />
              : undefined
          }
        />
      ) : (
        <>
          <SettingsPanel shop={shop} onSaved={onShop} purposes={help.purposes} />
          {mayChange('settings', help.purposes) && !tabs.includes('goods') && (
            <Card flush>
              <ListRow title={settingsWords.lowStock.line} onPress={() => setIsLowStockOpen(true)} />
            </Card>
          )}
        </>
      )}
      {isLowStockOpen && (
        <LowStockSheet shop={shop} onSaved={onShop} onClose={() => setIsLowStockOpen(false)} />
      )}
    </Page>
  )
}

const toItem = (key: HelperTab) => ({ key, icon: tabIcons[key], words: merchantDashboardWords.tabs[key] })

/** Says for whom the helper acts, and until when. */
function HelpNotice({ shop, help }: { shop: ManagedShop; help: Help }) {
  const opens = help.purposes.includes('open')
  return (
    <View className="help-notice">
      <Status className="help-notice__title">{words.helping(help.centre.name)}</Status>
      <Text>{opens ? words.opens : words.until(momentWords(help.expiresAt, serverNow()))}</Text>
      {opens && (
        <View className="help-notice__do">
          <Button size="small" onPress={() => go(urlOf('handOver', { shop: shop.id }))}>
            {words.give}
          </Button>
        </View>
      )}
    </View>
  )
}
