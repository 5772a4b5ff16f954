import { CustomWrapper } from '@tarojs/components'
import type { PropsWithChildren } from 'react'

/** What stands in it is updated on its own: what crosses to the view names paths from here, not from the page down. */
export const UpdateBoundary = ({ children }: PropsWithChildren) => <CustomWrapper>{children}</CustomWrapper>
