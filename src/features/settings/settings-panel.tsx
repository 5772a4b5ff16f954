import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { dayOf } from '@/domain/day'
import type { Id } from '@/domain/id'
import { slotFulfilments } from '@/domain/order/delivery-slot'
import { type HelpPurpose, mayChange, type SharedPart } from '@/domain/shop/help'
import { isResting, type ManagedShop } from '@/domain/shop/shop'
import { settingsWords } from '@/locales/shop/settings'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { useFlash } from '@/ui/flash/flash'
import type { IconName } from '@/ui/icon/icon'
import { BasicsFields } from './basics-fields'
import { BlockedBuyers } from './blocked-buyers'
import { ClosureFields } from './closure-fields'
import { DeliverySlotsFields } from './delivery-slots-fields'
import { CourierFreightFields, LocalFreightFields } from './freight-fields'
import { FulfilmentFields } from './fulfilment-fields'
import { LowStockField } from './low-stock-field'
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
  /** The purposes for which the owner lets a helper change the shop; absent for the owner. */
  purposes?: readonly HelpPurpose[] | undefined
}

/** All settings of a shop and, for its owner, its key, help, blocked buyers, other devices and export. */
export function SettingsPanel({ shop, settings, onSaved, keyPanel, purposes }: SettingsPanelProps) {
  const closed = isResting(shop, dayOf(serverNow()))
  const { flash, say } = useFlash()
  const may = (part: SharedPart) => purposes === undefined || mayChange(part, purposes)
  const maySet = may('settings')
  // the card moves to the top while the shop is closed, so the result is shown as a flash message
  const closureFields = (
    <ClosureFields
      shop={shop}
      onSaved={(saved) => {
        onSaved(saved)
        say(closureMessage(saved, serverNow()))
      }}
    />
  )
  return (
    <View className="settings-panel">
      {maySet && closed && closureFields}
      {may('look') && (
        <LinkCard
          title={settingsWords.decorate}
          note={settingsWords.decorateNote}
          icon="edit"
          words={settingsWords.decorateDo}
          url={urlOf('decorate', { shop: shop.id })}
        />
      )}
      {(maySet || may('contact')) && (
        <BasicsFields settings={settings} isContactOnly={!maySet} isContactShut={!may('contact')} />
      )}
      {maySet && (
        <>
          <FulfilmentFields shop={shop} settings={settings} />
          {settings.form.fulfilments.includes('local') && <LocalFreightFields settings={settings} />}
          {settings.form.fulfilments.includes('courier') && <CourierFreightFields settings={settings} />}
          {slotFulfilments
            .filter((kind) => settings.form.fulfilments.includes(kind))
            .map((kind) => (
              <DeliverySlotsFields key={kind} kind={kind} settings={settings} />
            ))}
          <OrderLimitsFields settings={settings} />
          <LowStockField settings={settings} />
          {!closed && closureFields}
        </>
      )}
      {purposes === undefined && <OwnerCards shopId={shop.id} keyPanel={keyPanel} />}
      <SettingsConflict settings={settings} />
      {flash}
    </View>
  )
}

/** The cards for the owner only: the opened screen, the key, the paper card, help, blocked buyers, other phones, export and closing. */
function OwnerCards({ shopId, keyPanel }: { shopId: Id; keyPanel: ReactNode }) {
  const { opened, openedNote, help, paperCard, closing } = settingsWords
  return (
    <>
      <LinkCard
        title={opened}
        note={openedNote}
        icon="qr"
        words={opened}
        url={urlOf('opened', { shop: shopId })}
      />
      {keyPanel && <Card>{keyPanel}</Card>}
      <LinkCard
        title={paperCard.title}
        note={paperCard.note}
        icon="key"
        words={paperCard.do}
        url={urlOf('makeCard', { shop: shopId })}
      />
      <LinkCard
        title={help.title}
        note={help.note}
        icon="show"
        words={help.do}
        url={urlOf('helpLog', { shop: shopId })}
      />
      <BlockedBuyers shopId={shopId} />
      <OtherPhones shopId={shopId} />
      <ShopExport shopId={shopId} />
      <LinkCard
        title={closing.title}
        note={closing.note}
        icon="store"
        words={closing.do}
        url={urlOf('closing', { shop: shopId })}
      />
    </>
  )
}

interface LinkCardProps {
  title: string
  note: string
  icon: IconName
  words: string
  url: string
}

/** A card with a button that leads to another page. */
function LinkCard({ title, note, icon, words, url }: LinkCardProps) {
  return (
    <Card>
      <SettingsGroup title={title}>
        <Text className="settings-group__text">{note}</Text>
        <Button kind="soft" icon={icon} onPress={() => go(url)}>
          {words}
        </Button>
      </SettingsGroup>
    </Card>
  )
}

function closureMessage({ closedUntil }: ManagedShop, now: number): string {
  return closedUntil ? settingsWords.restNow(closedUntil, now) : settingsWords.openNow
}
