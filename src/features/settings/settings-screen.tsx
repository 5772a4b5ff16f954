import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Id } from '@/domain/id'
import { slotFulfilments } from '@/domain/order/delivery-slot'
import { type HelpPurpose, mayChange, type SharedPart } from '@/domain/shop/help'
import type { ManagedShop } from '@/domain/shop/shop'
import { settingsWords } from '@/locales/shop/settings'
import { settingsRowsWords } from '@/locales/shop/settings-rows'
import { go, goBack } from '@/platform/navigation/navigate'
import { type Page as PageName, urlOf } from '@/routes'
import { Card } from '@/ui/card/card'
import type { IconName } from '@/ui/icon/icon'
import { Page } from '@/ui/page/page'
import { ListRow } from '@/ui/row/list-row'
import { SidePane } from '@/ui/side-pane/side-pane'
import { BasicsFields } from './basics-fields'
import { BlockedBuyers } from './blocked-buyers'
import { ClosureFields } from './closure-fields'
import { DeliverySlotsFields } from './delivery-slots-fields'
import { CourierFreightFields, LocalFreightFields } from './freight-fields'
import { FulfilmentFields } from './fulfilment-fields'
import { LowStockField } from './low-stock-field'
import { OrderLimitsFields } from './order-limits-fields'
import { OtherPhones } from './other-phones'
import { PaymentList } from './payment-list'
import { SaveBar } from './save-bar'
import { SettingsConflict } from './settings-conflict'
import { partRules, type SettingsPartName } from './settings-parts'
import { ShopExport } from './shop-export'
import { type Settings, useSettings } from './use-settings'

/** The element that takes the focus when another page is opened beside the rows. */
export const SETTINGS_PANE_TITLE = 'settings-pane-title'

export interface SettingsScreenProps {
  part: SettingsPartName
  shop: ManagedShop
  onSaved(shop: ManagedShop): void
  /** The panel of the owner's key, supplied by the page. */
  keyPanel?: ReactNode
  /** The purposes for which the owner lets a helper change the shop; absent for the owner. */
  purposes?: readonly HelpPurpose[] | undefined
  /** True beside the rows, in a wide window. */
  isBeside?: boolean
}

/** A page of the settings, which saves its own fields. */
export function SettingsScreen(props: SettingsScreenProps) {
  const { part, shop, onSaved, isBeside = false } = props
  const settings = useSettings(shop, partRules[part].fields, onSaved)
  const title = settingsRowsWords.titles[part]
  const foot = settings.isDirty && <SaveBar settings={settings} />
  const Content = contents[part]
  const content = (
    <>
      <View className="settings-panel">
        <Content {...props} settings={settings} />
      </View>
      <SettingsConflict settings={settings} />
    </>
  )
  if (isBeside)
    return (
      <SidePane title={title} titleId={SETTINGS_PANE_TITLE} foot={foot}>
        {content}
      </SidePane>
    )
  return (
    <Page title={title} foot={foot} onBack={() => goBack(urlOf('merchant', { shop: shop.id, tab: 'shop' }))}>
      {content}
    </Page>
  )
}

interface ContentProps extends SettingsScreenProps {
  settings: Settings
}

const contents: Record<SettingsPartName, (props: ContentProps) => ReactNode> = {
  storefront: ({ shop, settings, purposes }) => {
    const may = (part: SharedPart) => purposes === undefined || mayChange(part, purposes)
    const { decorate, decorateNote, opened, openedNote } = settingsWords
    return (
      <>
        {may('look') && (
          <Card flush>
            <LinkRow icon="edit" title={decorate} note={decorateNote} page="decorate" shopId={shop.id} />
            {purposes === undefined && (
              <LinkRow icon="qr" title={opened} note={openedNote} page="opened" shopId={shop.id} />
            )}
          </Card>
        )}
        {(may('settings') || may('contact')) && (
          <BasicsFields
            settings={settings}
            isContactOnly={!may('settings')}
            isContactShut={!may('contact')}
          />
        )}
      </>
    )
  },
  delivery: ({ settings }) => (
    <>
      <FulfilmentFields settings={settings} />
      {settings.form.fulfilments.includes('local') && <LocalFreightFields settings={settings} />}
      {settings.form.fulfilments.includes('courier') && <CourierFreightFields settings={settings} />}
    </>
  ),
  days: ({ settings }) => (
    <>
      {slotFulfilments
        .filter((kind) => settings.form.fulfilments.includes(kind))
        .map((kind) => (
          <DeliverySlotsFields key={kind} kind={kind} settings={settings} />
        ))}
      <OrderLimitsFields settings={settings} />
      <LowStockField settings={settings} />
    </>
  ),
  payments: ({ shop }) => <PaymentList shop={shop} />,
  alerts: ({ shop }) => {
    const { alertsRow } = settingsRowsWords
    const { title, note } = settingsWords.help
    return (
      <>
        <Card flush>
          <LinkRow icon="speaker" title={alertsRow.title} note={alertsRow.value} page="alerts" />
          <LinkRow icon="show" title={title} note={note} page="helpLog" shopId={shop.id} />
        </Card>
        <BlockedBuyers shopId={shop.id} />
      </>
    )
  },
  closure: ({ shop, onSaved }) => <ClosureFields shop={shop} onSaved={onSaved} />,
  key: ({ shop, keyPanel }) => {
    const { paperCard, closing } = settingsWords
    return (
      <>
        {keyPanel && <Card>{keyPanel}</Card>}
        <Card flush>
          <LinkRow
            icon="key"
            title={paperCard.title}
            note={paperCard.note}
            page="makeCard"
            shopId={shop.id}
          />
        </Card>
        <OtherPhones shopId={shop.id} />
        <ShopExport shopId={shop.id} />
        <Card flush>
          <LinkRow icon="store" title={closing.title} note={closing.note} page="closing" shopId={shop.id} />
        </Card>
      </>
    )
  },
}

interface LinkRowProps {
  icon: IconName
  title: string
  note: string
  page: PageName
  shopId?: Id
}

/** A row that leads to another page. */
const LinkRow = ({ icon, title, note, page, shopId }: LinkRowProps) => (
  <ListRow
    icon={icon}
    title={title}
    value={note}
    onPress={() => go(urlOf(page, shopId === undefined ? {} : { shop: shopId }))}
  />
)
