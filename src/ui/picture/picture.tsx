import { Image, Text, View } from '@tarojs/components'
import { useContext, useEffect, useState } from 'react'
import { goodsDrawing } from '@/domain/goods-drawing'
import type { Trade } from '@/domain/trade'
import { pictureWords } from '@/locales/zh-CN/picture'
import { aria } from '@/platform/a11y/aria'
import { embeddedPicture } from '@/platform/embedded-shop/embedded-picture'
import { imageProps } from '@/platform/media/image-props'
import { network } from '@/platform/network/network'
import { artUri } from '@/ui/art/art'
import { SharedArt } from './shared-art'
import './picture.scss'

export interface PictureProps {
  src?: string | undefined
  /** The trade whose drawing stands in while there is no picture, or none that loads. */
  art: Trade
  /** The goods to be seen, by name: only a drawing of their own kind stands in for them. */
  goods?: string
  /** What is to be seen; empty for a picture that only decorates. */
  alt: string
  /** Height by width; the shop's own ratio unless told. */
  ratio?: number
  rounded?: boolean
  lazy?: boolean
}

/** A picture that keeps its place before it loads and never stays broken. */
export function Picture({ src, art, goods, alt, ratio, rounded = false, lazy = false }: PictureProps) {
  const [failed, setFailed] = useState<string>()
  const drawing = goods === undefined ? art : goodsDrawing(goods)
  const shared = useContext(SharedArt) === drawing
  const photo = src !== failed ? src : undefined
  const brought = embeddedPicture(src)
  const bare = !photo && !brought && !drawing
  useEffect(() => {
    if (failed === undefined) return
    return network.onChange((online) => online && setFailed(undefined))
  }, [failed])
  return (
    <View
      className={`picture ${rounded ? 'picture--rounded' : ''}`}
      {...(ratio === undefined ? {} : { style: { paddingTop: `${ratio * 100}%` } })}
      {...aria(alt ? { role: 'img', label: alt } : { hidden: true })}
    >
      {brought && (
        <Image className="picture__image" mode="aspectFill" src={brought} {...imageProps('', false)} />
      )}
      {!photo && !brought && shared && <View className="picture__art" />}
      {bare && <View className="picture__none">{!src && <Text>{pictureWords.none}</Text>}</View>}
      {(photo || (drawing && !brought && !shared)) && (
        <Image
          className="picture__image"
          mode="aspectFill"
          src={photo || artUri(drawing ?? art)}
          onError={() => src && setFailed(src)}
          {...imageProps(alt, lazy)}
        />
      )}
    </View>
  )
}
