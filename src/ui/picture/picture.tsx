import { Image, View } from '@tarojs/components'
import { useContext, useEffect, useState } from 'react'
import type { Trade } from '@/domain/trade'
import { aria } from '@/platform/aria'
import { carriedPicture } from '@/platform/carried-picture'
import { imageProps } from '@/platform/image-props'
import { network } from '@/platform/network'
import { artUri } from '@/ui/art/art'
import { SharedArt } from './shared-art'
import './picture.scss'

export interface PictureProps {
  src?: string | undefined
  /** The trade whose drawing stands in while there is no picture, or none that loads. */
  art: Trade
  /** What is to be seen; empty for a picture that only decorates. */
  alt: string
  /** Height by width; the shop's own ratio unless told. */
  ratio?: number
  rounded?: boolean
  lazy?: boolean
}

/** A picture that keeps its place before it loads and never stays broken. */
export function Picture({ src, art, alt, ratio, rounded = false, lazy = false }: PictureProps) {
  const [failed, setFailed] = useState<string>()
  const shared = useContext(SharedArt) === art
  const photo = src !== failed ? src : undefined
  const brought = carriedPicture(src)
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
      {(photo || (!brought && !shared)) && (
        <Image
          className="picture__image"
          mode="aspectFill"
          src={photo || artUri(art)}
          onError={() => src && setFailed(src)}
          {...imageProps(alt, lazy)}
        />
      )}
    </View>
  )
}
