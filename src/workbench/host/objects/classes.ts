/** Every class that the workbench knows, by its name in Office.js. */
import type { ObjectClasses } from './object';
import { Range } from './range';
import {
  AddinInternalService,
  Application,
  CultureInfo,
  CustomFunctionsService,
  DocumentProperties,
  NumberFormatInfo,
  Setting,
  SettingCollection,
  Workbook,
  WorkbookProtection,
} from './workbook';
import { Worksheet, WorksheetCollection, WorksheetFreezePanes, WorksheetProtection } from './worksheet';

export const CLASSES: ObjectClasses = {
  Workbook,
  Application,
  CultureInfo,
  NumberFormatInfo,
  DocumentProperties,
  WorkbookProtection,
  SettingCollection,
  Setting,
  WorksheetCollection,
  Worksheet,
  WorksheetProtection,
  WorksheetFreezePanes,
  Range,
  CustomFunctionsService,
  AddinInternalService,
};

/** Objects that office.js reaches by the name of a service. */
export const SERVICES: Readonly<Record<string, 'CustomFunctionsService' | 'AddinInternalService'>> = {
  'Microsoft.ExcelServices.CustomFunctions': 'CustomFunctionsService',
  'Microsoft.InternalService.AddinInternalService': 'AddinInternalService',
};
