import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { dayOf } from '@/domain/day'
import { cropPath } from '@/domain/photo'
import { isResting, type ManagedShop } from '@/domain/shop/shop'
import { settingsWords } from '@/locales/shop/settings'
import { settingsRowsWords as words } from '@/locales/shop/settings-rows'
import { aria, heading } from '@/platform/a11y/aria'
import { focusElement } from '@/platform/a11y/focus'
import { useWideWindow } from '@/platform/device/use-wide-window'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { assetUrl } from '@/platform/media/assets'
import { go } from '@/platform/navigation/navigate'
import { useSavedKeys } from '@/platform/storage/saved-keys'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { ListDetail } from '@/ui/list-detail/list-detail'
import { Picture } from '@/ui/picture/picture'
import { ListRow } from '@/ui/row/list-row'
import { useUnsavedParts } from './settings-draft-store'
import { partRules, partsFor, type SettingsPartName } from './settings-parts'
import { SETTINGS_PANE_TITLE, SettingsScreen, type SettingsScreenProps } from './settings-screen'
import './settings-group.scss'

interface SettingsPanelProps extends Omit<SettingsScreenProps, 'part' | 'isBeside'> {
  /** True while no message about new orders reaches the owner when the app is closed. */
  isUnreachable?: boolean | undefined
  /** Shows pages beside the rows in a wide window; without it they open on their own page. */
  isBeside?: boolean
}

/** The settings of a shop: a row with the present value for each page, in a wide window with one page beside them. */
export function SettingsPanel({ isUnreachable = false, isBeside = false, ...screen }: SettingsPanelProps) {
  const { shop, purposes } = screen
  const hasPane = useWideWindow() && isBeside
  const parts = partsFor(purposes)
  const [chosen, setChosen] = useState<SettingsPartName>()
  const opened = hasPane ? (chosen ?? parts[0]) : undefined
  useEffect(() => {
    if (chosen) focusElement(SETTINGS_PANE_TITLE)
  }, [chosen])
  const rows = useRowTexts(shop, isUnreachable)
  const unsaved = useUnsavedParts(shop.id)
  const open = (part: SettingsPartName) =>
    hasPane ? setChosen(part) : go(urlOf('settings', { shop: shop.id, part }))
  return (
    <ListDetail
      label={words.beside}
      opened={opened}
      detail={opened && <SettingsScreen {...screen} part={opened} isBeside />}
    >
      <View className="settings-panel">
        <ShopHead shop={shop} />
        <Card flush>
          {parts.map((part) => (
            <ListRow
              key={part}
              icon={partRules[part].icon}
              title={words.titles[part]}
              {...rows[part]}
              {...(unsaved.includes(part) ? { warn: settingsWords.unsaved } : {})}
              isOpen={part === opened}
              onPress={() => open(part)}
            />
          ))}
        </Card>
      </View>
    </ListDetail>
  )
}

/** The second line of each row, and the advice in it. */
function useRowTexts(
  shop: ManagedShop,
  isUnreachable: boolean,
): Record<SettingsPartName, { value?: string; warn?: string }> {
  const isKeySaved = useSavedKeys(({ saved }) => saved[shop.id] === true)
  return {
    storefront: {
      value: words.storefront(shop),
      ...(shop.phone === undefined ? { warn: words.noPhone } : {}),
    },
    delivery: { value: words.delivery(shop) },
    days: { value: words.days(shop) },
    payments: { value: words.payments(shop) },
    alerts: isUnreachable ? { warn: words.noAlerts } : { value: words.alerts },
    closure: { value: settingsWords.value('closedUntil', restingUntil(shop) ?? '', serverNow()) },
    key: isKeySaved ? { value: words.key } : { warn: words.noKey },
  }
}

const restingUntil = (shop: ManagedShop) =>
  isResting(shop, dayOf(serverNow())) ? shop.closedUntil : undefined

function stateOf(shop: ManagedShop): string {
  const until = restingUntil(shop)
  if (shop.closedAt !== undefined) return words.closed
  if (shop.isWaiting) return words.waiting
  if (shop.practiceUntil !== undefined) return words.practice
  return until ? settingsWords.restNow(until, serverNow()) : words.open
}

/** The shop's logo, or its first character in a seal, its name, whether it is open, and the way to what buyers see. */
function ShopHead({ shop }: { shop: ManagedShop }) {
  const [seal] = shop.name
  return (
    <View className="settings-panel__head">
      {shop.logo ? (
        <View className="settings-panel__logo">
          <Picture
            src={assetUrl(cropPath(shop.logo.hash, 'logo'))}
            art={shop.trade}
            alt=""
            ratio={1}
            rounded
          />
        </View>
      ) : (
        <View className="settings-panel__seal" {...aria({ hidden: true })}>
          {seal}
        </View>
      )}
      <View className="settings-panel__words">
        <Text className="settings-panel__name" {...heading(2)}>
          {shop.name}
        </Text>
        <Text className="settings-panel__state" {...aria({ role: 'status' })}>
          {stateOf(shop)}
        </Text>
      </View>
      <Button kind="soft" size="small" onPress={() => go(urlOf('shop', { slug: shop.slug }))}>
        {words.visit}
      </Button>
    </View>
  )
}
