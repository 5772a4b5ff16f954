import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { dayOf } from '@/domain/day'
import { isClosed, type OwnShop } from '@/domain/shop'
import { settingsWords } from '@/locales/zh-CN/settings'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { useFlash } from '@/ui/flash/flash'
import { BasicsFields } from './basics-fields'
import { BlockedBuyers } from './blocked-buyers'
import { CourierFields, LocalFields } from './freight-fields'
import { OrderLimitsFields } from './order-limits-fields'
import { OtherPhones } from './other-phones'
import { RestFields } from './rest-fields'
import { SendingFields } from './sending-fields'
import { SettingsConflict } from './settings-conflict'
import { SettingsGroup } from './settings-group'
import { TakeAlong } from './take-along'
import type { Settings } from './use-settings'

interface SettingsPanelProps {
  shop: OwnShop
  settings: Settings
  onSaved(shop: OwnShop): void
  /** The owner's key, by the feature that makes it. */
  keyPanel?: ReactNode
}

/** Everything an owner sets about a shop, its key, and who else holds it. */
export function SettingsPanel({ shop, settings, onSaved, keyPanel }: SettingsPanelProps) {
  const closed = isClosed(shop, dayOf(Date.now()))
  const { flash, say } = useFlash()
  // its card moves to the top while the shop rests, so what was done is said where it was done
  const rest = (
    <RestFields
      shop={shop}
      onSaved={(saved) => {
        onSaved(saved)
        say(restSaid(saved, Date.now()))
      }}
    />
  )
  return (
    <View className="settings-panel">
      {closed && rest}
      <Card>
        <SettingsGroup title={settingsWords.decorate}>
          <Text className="settings-group__text">{settingsWords.decorateNote}</Text>
          <Button kind="soft" icon="edit" onPress={() => go(urlOf('decorate', { shop: shop.id }))}>
            {settingsWords.decorateDo}
          </Button>
        </SettingsGroup>
      </Card>
      <BasicsFields settings={settings} />
      <SendingFields settings={settings} />
      {settings.form.fulfilments.includes('local') && <LocalFields settings={settings} />}
      {settings.form.fulfilments.includes('courier') && <CourierFields settings={settings} />}
      <OrderLimitsFields settings={settings} />
      {!closed && rest}
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
      <TakeAlong shopId={shop.id} />
      <SettingsConflict settings={settings} />
      {flash}
    </View>
  )
}

function restSaid({ closedUntil }: OwnShop, now: number): string {
  return closedUntil ? settingsWords.restNow(closedUntil, now) : settingsWords.openNow
}
