import { draws, type Sections } from './draw'
import type { FirstSettings } from './kinds'
import { CategoryTabs } from './sections/category-tabs/section'
import { categoryTabsDefaults } from './sections/category-tabs/settings'
import { Contact } from './sections/contact/section'
import { contactDefaults } from './sections/contact/settings'
import { Delivery } from './sections/delivery/section'
import { deliveryDefaults } from './sections/delivery/settings'
import { claimsFeatured } from './sections/featured-product/featured'
import { FeaturedProduct } from './sections/featured-product/section'
import { featuredProductDefaults } from './sections/featured-product/settings'
import { NoticeBar } from './sections/notice-bar/section'
import { noticeBarDefaults } from './sections/notice-bar/settings'
import { ProductGrid } from './sections/product-grid/section'
import { productGridDefaults } from './sections/product-grid/settings'
import { ProductList } from './sections/product-list/section'
import { productListDefaults } from './sections/product-list/settings'
import { ShopHead } from './sections/shop-head/section'
import { shopHeadDefaults } from './sections/shop-head/settings'

/** What most shops are made of. */
export const firstSections: Sections<keyof FirstSettings> = {
  'shop-head': draws(ShopHead, shopHeadDefaults),
  'notice-bar': draws(NoticeBar, noticeBarDefaults),
  'category-tabs': draws(CategoryTabs, categoryTabsDefaults),
  'product-grid': draws(ProductGrid, productGridDefaults),
  'product-list': draws(ProductList, productListDefaults),
  'featured-product': draws(FeaturedProduct, featuredProductDefaults, claimsFeatured),
  delivery: draws(Delivery, deliveryDefaults),
  contact: draws(Contact, contactDefaults),
}
