/** @jest-environment jsdom */
import { ownAffairs } from './own-tests'
import { weChatPhone } from './weapp'

ownAffairs(weChatPhone)
