import { Text, View } from '@tarojs/components'
import { carrierSites, type Parcel } from '@/domain/order/parcel'
import { parcelWords as words } from '@/locales/order/parcel'
import { copyText } from '@/platform/device/clipboard'
import { canOpenSites, openSite } from '@/platform/frames/open-site'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { useFlash } from '@/ui/flash/flash'
import { CardTitle } from '../page/card-title'
import './parcel-card.scss'

/** The parcel by which an order was sent; renders nothing without one. */
export function ParcelCard({ parcel }: { parcel: Parcel | undefined }) {
  const { flash, say } = useFlash()
  if (!parcel) return null
  const site = carrierSites[parcel.carrier]
  const copy = async () => say((await copyText(parcel.waybill)) ? words.copied : words.notCopied)
  return (
    <Card>
      <CardTitle>{words.title}</CardTitle>
      <View className="parcel-card">
        <Text className="parcel-card__line">{words.line(parcel)}</Text>
        <View className="parcel-card__do">
          <Button kind="line" size="small" icon="copy" onPress={() => void copy()}>
            {words.copy}
          </Button>
          {canOpenSites && site !== null && (
            <Button kind="line" size="small" icon="search" onPress={() => openSite(site)}>
              {words.site(parcel.carrier)}
            </Button>
          )}
        </View>
      </View>
      {flash}
    </Card>
  )
}
