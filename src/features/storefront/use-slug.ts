import { useState } from 'react'
import { carried } from '@/platform/carried'
import { usePageParams } from '@/platform/page-params'
import { pathSlug } from '@/platform/path-slug'

/** The slug of the shop this page is about, from its parameters or from its address; an app of one shop knows it. */
export function useSlug(): string | undefined {
  const { slug } = usePageParams()
  const [inPath] = useState(pathSlug)
  return carried()?.slug ?? slug ?? inPath
}
