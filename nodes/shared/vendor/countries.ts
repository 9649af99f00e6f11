/** ISO 3166-1 codes with their English names and common aliases, bundled. */
import * as countries from 'i18n-iso-countries';
import english from 'i18n-iso-countries/langs/en.json';

countries.registerLocale(english);

export const { alpha2ToAlpha3, alpha3ToAlpha2, getNames, isValid } = countries;
