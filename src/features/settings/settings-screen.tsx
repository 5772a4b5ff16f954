import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Id } from '@/domain/id'
import { slotFulfilments } from '@/domain/order/delivery-slot'
import { shopPhotoNames } from '@/domain/photo'
import { type HelpPurpose, mayChange, type SharedPart } from '@/domain/shop/help'
import type { ManagedShop } from '@/domain/shop/shop'
import { settingsWords } from '@/locales/shop/settings'
import { settingsRowsWords } from '@/locales/shop/settings-rows'
import { go, goBack } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Card } from '@/ui/card/card'
import { Page } from '@/ui/page/page'
import { ListRow } from '@/ui/row/list-row'
import { SidePane } from '@/ui/side-pane/side-pane'
import { BasicsFields } from './basics-fields'
import { BlockedBuyers } from './blocked-buyers'
import { ClosureFields } from './closure-fields'
import { DeliverySlotsFields } from './delivery-slots-fields'
import { CourierFreightFields, LocalFreightFields } from './freight-fields'
import { FulfilmentFields } from './fulfilment-fields'
import { OrderLimitsFields } from './order-limits-fields'
import { OtherPhones } from './other-phones'
import { PaymentList } from './payment-list'
import { ShopPhotoRow } from './photos/shop-photo-row'
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
  storefront: ({ shop, settings, purposes, onSaved }) => {
    const may = (part: SharedPart) => purposes === undefined || mayChange(part, purposes)
    const pages = ['decorate', ...(purposes ? [] : (['opened'] as const))] as const
    return (
      <>
        {may('look') && <LinkRows shopId={shop.id} pages={pages} />}
        {may('settings') && (
          <Card flush>
            {shopPhotoNames.map((name) => (
              <ShopPhotoRow key={name} shop={shop} name={name} onSaved={onSaved} />
            ))}
          </Card>
        )}
        {(may('settings') || may('contact')) && <BasicsFields settings={settings} may={may} />}
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
    </>
  ),
  payments: ({ shop }) => <PaymentList shop={shop} />,
  alerts: ({ shop }) => (
    <>
      <LinkRows shopId={shop.id} pages={['alerts', 'helpLog']} />
      <BlockedBuyers shopId={shop.id} />
    </>
  ),
  closure: ({ shop, onSaved }) => <ClosureFields shop={shop} onSaved={onSaved} />,
  key: ({ shop, keyPanel }) => (
    <>
      <Card>{keyPanel}</Card>
      <LinkRows shopId={shop.id} pages={['makeCard']} />
      <OtherPhones shopId={shop.id} />
      <ShopExport shopId={shop.id} />
      <LinkRows shopId={shop.id} pages={['closing']} />
    </>
  ),
}

const linkIcons = {
  decorate: 'edit',
  opened: 'qr',
  alerts: 'speaker',
  helpLog: 'show',
  makeCard: 'key',
  closing: 'store',
} as const

interface LinkRowsProps {
  shopId: Id
  pages: readonly (keyof typeof linkIcons)[]
}

/** Rows that lead to other pages of the shop. */
const LinkRows = ({ shopId, pages }: LinkRowsProps) => (
  <Card flush>
    {pages.map((page) => (
      <ListRow
        key={page}
        icon={linkIcons[page]}
        title={settingsWords.links[page].title}
        value={settingsWords.links[page].note}
        onPress={() => go(urlOf(page, { shop: shopId }))}
      />
    ))}
  </Card>
)
