// The code of the steps that read invoices and items (QuickBooks Online).

const { parcelTasks, callsOf } = require('../shared/parcel-tasks.js');
const { outcomes } = require('../shared/calls.js');
const { cents, sharesOf } = require('../shared/money.js');
const { objectionOf } = require('../shared/rest.js');

/** The records of all pages of a query. A page without any has no list. */
const rowsOf = (pages, entity) =>
	pages.flatMap(({ body }) => {
		if (!body?.QueryResponse)
			throw new Error('This is no answer of QuickBooks. Check quickBooksUrl and companyId in Settings.');
		return body.QueryResponse[entity] ?? [];
	});

/** QuickBooks' own item for the shipping of an invoice. */
const SHIPPING = 'SHIPPING_ITEM_ID';
const itemOf = (line) => line.SalesItemLineDetail?.ItemRef?.value;

const freeTextOf = ({ Line1, Line2, Line3, Line4, Line5 }) =>
	[Line1, Line2, Line3, Line4, Line5].filter(Boolean).join(', ');

/** The parts of the invoice that all of its lines share. */
function headOf(invoice, shippings, { postalCodeIfNone, countryIfNone }) {
	const { ShipAddr: address, DocNumber: number, CustomerRef: customer } = invoice;
	const streets = [address?.Line2, address?.Line3, address?.Line4, address?.Line5].filter(Boolean);
	const shipping = shippings.reduce((sum, { Amount }) => sum + cents(Amount), 0) / 100;
	return {
		erpId: invoice.Id,
		orderNumber: number ?? `(invoice with the ID ${invoice.Id})`,
		orderDate: invoice.TxnDate,
		recipientName: customer?.name,
		street1: address?.Line1,
		street2: streets.join(', ') || undefined,
		city: address?.City,
		state: address?.CountrySubDivisionCode,
		postalCode: address?.PostalCode || postalCodeIfNone,
		country: address?.Country || countryIfNone,
		email: invoice.BillEmail?.Address,
		shippingService: invoice.ShipMethodRef?.name ?? invoice.ShipMethodRef?.value,
		shippingCost: shippings.length ? shipping : undefined,
		currency: invoice.CurrencyRef?.value,
		problem: !number
			? `The invoice with the ID ${invoice.Id} has no number. Give it one in QuickBooks.`
			: !address
				? `Invoice ${number} has no shipping address. Enter it in QuickBooks.`
				: !address.City
					? // Changed on the invoice, an address becomes lines that begin with the names of the customer.
						`QuickBooks gives the shipping address of invoice ${number} as free text (${freeTextOf(address)}), so that street and city would have to be guessed. Send the order by hand, or correct its row in the table of failures.`
					: undefined,
	};
}

/** A void invoice stays in QuickBooks, paid, with zero in all amounts and quantities. */
const isVoid = ({ TotalAmt, Line }) =>
	TotalAmt === 0 &&
	!Line.some(({ SalesItemLineDetail, GroupLineDetail }) => SalesItemLineDetail?.Qty || GroupLineDetail?.Quantity);

/**
 * An `OrderLineItem` for each line of the invoices that are to be shipped: those without a tracking number.
 * @param settings `{paidOnly, postalCodeIfNone, countryIfNone}`
 */
function orderLines(invoices, items, settings) {
	const byId = new Map(items.map((item) => [item.Id, item]));
	const toShip = invoices.filter(
		(invoice) => !invoice.TrackingNum && !isVoid(invoice) && (!settings.paidOnly || invoice.Balance === 0),
	);
	return toShip.flatMap((invoice) => {
		// The lines of a bundle are those of its items.
		const all = invoice.Line.flatMap((line) => line.GroupLineDetail?.Line ?? [line]);
		const sold = all.filter((line) => line.DetailType === 'SalesItemLineDetail');
		const typeOf = (line) => byId.get(itemOf(line))?.Type;
		// A discount may be an item too, with an amount below zero. What is in stock and below zero is a return.
		const isDiscount = (line) => line.Amount < 0 && typeOf(line) !== 'Inventory';
		const discounted = sold.filter((line) => itemOf(line) !== SHIPPING && !isDiscount(line));
		const lines = discounted.filter((line) => typeOf(line) !== 'Service' && line.SalesItemLineDetail.Qty !== 0);
		const head = headOf(
			invoice,
			sold.filter((line) => itemOf(line) === SHIPPING),
			settings,
		);
		const discount =
			all
				.filter(({ DetailType }) => DetailType === 'DiscountLineDetail')
				.reduce((sum, { Amount }) => sum + (Amount ?? 0), 0) -
			sold.filter(isDiscount).reduce((sum, { Amount }) => sum + Amount, 0);
		if (lines.length === 0) return [];
		// Services have their share too, but are not sent.
		const shares = sharesOf(
			discount,
			discounted.map(({ Amount }) => Amount),
		);
		return lines.map((line) => {
			const { Qty: quantity = 1, UnitPrice: price, ItemRef: ref } = line.SalesItemLineDetail;
			return {
				...head,
				sku: byId.get(itemOf(line))?.Sku ?? '',
				productName: ref?.name ?? line.Description,
				quantity,
				unitPrice: price ?? line.Amount / quantity,
				discount: shares[discounted.indexOf(line)] || undefined,
			};
		});
	});
}

/** A `StockItem` for each item of which QuickBooks keeps the quantity. */
const stockItems = (items, { erpWarehouse }) =>
	items
		.filter(({ Type, Sku }) => Type === 'Inventory' && Sku)
		.map(({ Sku, QtyOnHand }) => ({ sku: Sku, warehouse: erpWarehouse, onHand: QtyOnHand ?? 0 }));

/** A `ProductItem` for each item with a SKU that can be shipped. */
const productItems = (items) =>
	items
		.filter(({ Type, Sku }) => (Type === 'Inventory' || Type === 'NonInventory') && Sku)
		.map(({ Id, Sku, Name, UnitPrice, PurchaseCost }) => ({
			erpId: Id,
			sku: Sku,
			name: Name,
			price: UnitPrice,
			cost: PurchaseCost,
		}));

/** The queries that find invoices by their numbers, some at a time: they are part of the address. */
function queriesFor(parcels) {
	const AT_A_TIME = 50;
	const numbers = [...new Set(parcels.map(({ orderNumber }) => String(orderNumber)))];
	const quoted = numbers.map((number) => `'${number.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`);
	return Array.from({ length: Math.ceil(quoted.length / AT_A_TIME) }, (_, at) => ({
		query: `select * from Invoice where DocNumber in (${quoted.slice(at * AT_A_TIME, (at + 1) * AT_A_TIME).join(', ')}) maxresults 1000`,
	}));
}

/** The day of a time where the company is. */
const dayOf = (time, timeZone) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(time));

/**
 * The calls that bring parcels into QuickBooks, and one item with the parcels for which there is nothing to do.
 * @param timeZone in which the days of shipping count
 */
function parcelCalls(parcels, invoices, timeZone) {
	const numbers = [...new Set(invoices.map(({ DocNumber }) => DocNumber))];
	const known = numbers.map((number) => ({
		number,
		state: 'invoiced',
		shipments: invoices
			.filter(({ DocNumber }) => DocNumber === number)
			.map((invoice) => ({
				id: invoice.Id,
				name: `the invoice with the ID ${invoice.Id}`,
				isDone: Boolean(invoice.TrackingNum),
				marks: invoice.TrackingNum ?? '',
				invoice,
			})),
	}));
	const { settled, tasks } = parcelTasks(parcels, known, 'QuickBooks');
	const calls = tasks.flatMap(({ shipment: { id, isDone, invoice }, order, items, marks }) => {
		const { shipDate } = items[0];
		const body = {
			Id: id,
			SyncToken: invoice.SyncToken,
			sparse: true,
			TrackingNum: marks,
			...(!isDone && shipDate && { ShipDate: dayOf(shipDate, timeZone) }),
			...(invoice.CurrencyRef && { CurrencyRef: { value: invoice.CurrencyRef.value } }),
		};
		return callsOf(id, `invoice ${order.number}`, items, [{ method: 'POST', path: '/invoice', body }]);
	});
	return [{ settled }, ...calls];
}

const wordsOf = ({ Fault, fault }) => {
	const [error] = (Fault ?? fault)?.Error ?? (Fault ?? fault)?.error ?? [];
	return error?.Detail || error?.Message || error?.detail || error?.message || undefined;
};

/** A call with what QuickBooks said against it. It gives the invoice as it is now. */
function answered(call, response) {
	const objection = objectionOf(response, wordsOf);
	const problem =
		objection !== undefined
			? `QuickBooks refuses ${call.about}: ${objection}`
			: response.body?.Invoice?.TrackingNum !== call.body.TrackingNum
				? `QuickBooks did not keep the tracking number of ${call.about} as it is (${call.body.TrackingNum}). Look whether Shipping is on in QuickBooks under Account and settings → Sales, or enter the number by hand.`
				: undefined;
	return { ...call, ...(problem && { problem }) };
}

module.exports = { rowsOf, orderLines, stockItems, productItems, queriesFor, parcelCalls, answered, outcomes };
