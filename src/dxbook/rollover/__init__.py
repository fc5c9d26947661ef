"""Last year to next year: make the year, its workbook, read the workbook back.

    new_year     the folder of a new year, whole or not at all
    workbook     what stands in a workbook, and its sheets as an .xlsx file
    importing    a filled-in workbook to a plan of changes, and the plan to files
    new_page     a page, an indicator or a pillar more

The officer who fills the workbook in knows Excel and not Python: what is said to them is said in
Vietnamese, by sheet and cell.
"""
