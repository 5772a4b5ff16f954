import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { dayOf } from '@/domain/day'
import { isClosed, type ManagedShop } from '@/domain/shop'
import { settingsWords } from '@/locales/settings'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { useFlash } from '@/ui/flash/flash'
import { BasicsFields } from './basics-fields'
import { BlockedBuyers } from './blocked-buyers'
import { ClosureFields } from './closure-fields'
import { CourierFreightFields, LocalFreightFields } from './freight-fields'
import { FulfilmentFields } from './fulfilment-fields'
import { OrderLimitsFields } from './order-limits-fields'
import { OtherPhones } from './other-phones'
import { SettingsConflict } from './settings-conflict'
import { SettingsGroup } from './settings-group'
import { ShopExport } from './shop-export'
import type { Settings } from './use-settings'

interface SettingsPanelProps {
  shop: ManagedShop
  settings: Settings
  onSaved(shop: ManagedShop): void
  /** The panel of the owner's key, supplied by the page. */
  keyPanel?: ReactNode
}

/** All settings of a shop, its key, blocked buyers, other devices and export. */
export function SettingsPanel({ shop, settings, onSaved, keyPanel }: SettingsPanelProps) {
  const closed = isClosed(shop, dayOf(Date.now()))
  const { flash, say } = useFlash()
  // the card moves to the top while the shop is closed, so the result is shown as a flash message
  const closureFields = (
    <ClosureFields
      shop={shop}
      onSaved={(saved) => {
        onSaved(saved)
        say(closureMessage(saved, Date.now()))
      }}
    />
  )
  return (
    <View className="settings-panel">
      {closed && closureFields}
      <Card>
        <SettingsGroup title={settingsWords.decorate}>
          <Text className="settings-group__text">{settingsWords.decorateNote}</Text>
          <Button kind="soft" icon="edit" onPress={() => go(urlOf('decorate', { shop: shop.id }))}>
            {settingsWords.decorateDo}
          </Button>
        </SettingsGroup>
      </Card>
      <BasicsFields settings={settings} />
      <FulfilmentFields settings={settings} />
      {settings.form.fulfilments.includes('local') && <LocalFreightFields settings={settings} />}
      {settings.form.fulfilments.includes('courier') && <CourierFreightFields settings={settings} />}
      <OrderLimitsFields settings={settings} />
      {!closed && closureFields}
      <Card>
        <SettingsGroup title={settingsWords.opened}>
          <Text className="settings-group__text">{settingsWords.openedNote}</Text>
          <Button kind="soft" icon="qr" onPress={() => go(urlOf('opened', { shop: shop.id }))}>
            {settingsWords.opened}
          </Button>
        </SettingsGroup>
      </Card>
      {keyPanel && <Card>{keyPanel}</Card>}
      <BlockedBuyers shopId={shop.id} />
      <OtherPhones shopId={shop.id} />
      <ShopExport shopId={shop.id} />
      <SettingsConflict settings={settings} />
      {flash}
    </View>
  )
}

function closureMessage({ closedUntil }: ManagedShop, now: number): string {
  return closedUntil ? settingsWords.restNow(closedUntil, now) : settingsWords.openNow
}
