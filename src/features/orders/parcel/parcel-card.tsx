import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { carrierSites, type Parcel } from '@/domain/order/parcel'
import { parcelWords as words } from '@/locales/order/parcel'
import { copyText } from '@/platform/device/clipboard'
import { canOpenSites, openSite } from '@/platform/frames/open-site'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { useFlash } from '@/ui/flash/flash'
import { CardTitle } from '../page/card-title'
import './parcel-card.scss'

interface ParcelCardProps {
  parcel: Parcel | undefined
  /** The seller's actions for the parcel. */
  children?: ReactNode
}

/** The parcel by which an order was sent; renders nothing without a parcel and without an action. */
export function ParcelCard({ parcel, children }: ParcelCardProps) {
  const { flash, say } = useFlash()
  if (!parcel && !children) return null
  const site = parcel ? carrierSites[parcel.carrier] : null
  const copy = async (waybill: string) => say((await copyText(waybill)) ? words.copied : words.notCopied)
  return (
    <Card>
      <CardTitle>{words.title}</CardTitle>
      <View className="parcel-card">
        {parcel && (
          <>
            <Text className="parcel-card__line">{words.line(parcel)}</Text>
            <View className="parcel-card__do">
              <Button kind="line" size="small" icon="copy" onPress={() => void copy(parcel.waybill)}>
                {words.copy}
              </Button>
              {canOpenSites && site !== null && (
                <Button kind="line" size="small" icon="search" onPress={() => openSite(site)}>
                  {words.site(parcel.carrier)}
                </Button>
              )}
            </View>
          </>
        )}
        {children}
      </View>
      {flash}
    </Card>
  )
}
