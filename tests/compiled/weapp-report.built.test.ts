/** @jest-environment jsdom */
import { anonymousReports } from './report-tests'
import { weChatPhone } from './weapp'

anonymousReports(weChatPhone)
